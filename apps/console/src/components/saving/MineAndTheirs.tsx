import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Content, Ends } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { ChangeList } from '../changes/ChangeList.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { changesBetween } from './changes-between.ts';
import { usePeople } from './use-people.ts';

const { mineAndTheirs: texts } = strings.drafts;

interface Props {
  mine: Content;
  theirs: Content;
  /** Who saved theirs, and when, where that is known. */
  by?: { memberId: string; at: string } | null | undefined;
  /** Names for the ids that a sync has. */
  ends?: Ends[];
  /** Drops what was typed here and goes on with what is saved. */
  onTakeTheirs: () => void;
  /** Goes on with what was typed here, on top of theirs: nothing is saved by this alone. */
  onKeepMine: () => void;
  onClose?: () => void;
}

/** Somebody saved while somebody else was typing: both are there, and a person decides. */
export function MineAndTheirs({ mine, theirs, by, ends = [], onTakeTheirs, onKeepMine, onClose }: Props) {
  const { calledOf } = usePeople();
  const [now] = useState(() => new Date());
  const changes = changesBetween(theirs, mine, { ends, now });
  return (
    <Modal
      opened
      onClose={onClose ?? onKeepMine}
      size={760}
      title={texts.title}
      closeButtonProps={{ 'aria-label': strings.close }}
    >
      <Stack gap="sm">
        <div role="alert">
          {by ? (
            <>
              {texts.savedBy(calledOf(by.memberId))} <RelativeTime at={by.at} />.
            </>
          ) : (
            texts.saved
          )}{' '}
          {texts.nothingLost}
        </div>
        <Text c="dimmed">{texts.compared}</Text>
        {changes.length === 0 ? <Text>{texts.same}</Text> : <ChangeList changes={changes} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onTakeTheirs}>
            {texts.takeTheirs}
          </Button>
          <Button onClick={onKeepMine} data-autofocus>
            {texts.keepMine}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
