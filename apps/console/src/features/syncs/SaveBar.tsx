import { Button } from '@mantine/core';
import { useShortcuts } from '../../components/shortcuts/use-shortcuts.ts';
import { strings } from '../../strings/en.ts';
import classes from './SaveBar.module.css';

const { unsaved: texts } = strings.syncs;

interface Props {
  count: number;
  onSave: () => void;
  onDiscard: () => void;
}

/** How much is not saved, at the bottom of the window wherever one scrolls. */
export function SaveBar({ count, onSave, onDiscard }: Props) {
  useShortcuts(texts.shortcuts, [{ keys: 'mod+s', says: texts.saveShortcut, run: onSave }]);
  return (
    <div className={count > 0 ? classes.bar : undefined}>
      <p className={classes.says} role="status">
        {count > 0 && texts.bar(count)}
      </p>
      {count > 0 && (
        <>
          <Button variant="default" onClick={onDiscard}>
            {strings.discard}
          </Button>
          <Button onClick={onSave}>{strings.syncs.save}</Button>
        </>
      )}
    </div>
  );
}
