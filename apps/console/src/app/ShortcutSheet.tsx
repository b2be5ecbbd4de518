import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { ShortcutKeys } from '../components/shortcuts/ShortcutKeys.tsx';
import { presentShortcuts } from '../components/shortcuts/shortcut-registry.ts';
import { switchShortcuts, useAreShortcutsOn } from '../components/shortcuts/shortcut-switch.ts';
import { strings } from '../strings/en.ts';
import classes from './ShortcutSheet.module.css';

const texts = strings.shell.shortcuts;

/** Everything the keyboard does on the page that lies under it, and how to have it do less. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const [groups] = useState(presentShortcuts);
  const areOn = useAreShortcutsOn();
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': strings.close }}>
      {groups.map(({ title, shortcuts }) => (
        <section key={title} className={classes.group}>
          <h3 className={classes.title}>{title}</h3>
          <dl className={classes.list}>
            {shortcuts.map(({ keys, says }) => (
              <div key={keys} className={classes.line}>
                <dt>{says}</dt>
                <dd className={classes.keys}>
                  <ShortcutKeys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        checked={areOn}
        onChange={({ currentTarget }) => switchShortcuts(currentTarget.checked)}
        label={texts.on}
        description={texts.onHint}
      />
    </Modal>
  );
}
