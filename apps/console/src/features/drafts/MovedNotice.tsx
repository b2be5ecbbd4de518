import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Model, Sync } from '../../api/resource-queries.ts';
import { Notice } from '../../components/saving/Notice.tsx';
import { usePeople } from '../../components/saving/use-people.ts';
import { strings } from '../../strings/en.ts';

const { moved: texts } = strings.drafts.rebase;

interface Props {
  latest: Model | Sync;
  pins: { revision: number; version: number };
  onTakeIn: () => void;
}

/** Somebody saved or published while somebody else was deciding: what was decided stays until they take that in. */
export function MovedNotice({ latest: { draft, published }, pins, onTakeIn }: Props) {
  const { calledOf } = usePeople();
  const what =
    draft === null
      ? texts.gone
      : draft.revision !== pins.revision
        ? texts.draft(calledOf(draft.savedBy))
        : texts.published(published?.version ?? pins.version);
  return (
    <Notice
      tone="orange"
      icon={IconRefresh}
      label={texts.label}
      actions={
        <Button variant="default" size="xs" onClick={onTakeIn}>
          {texts.takeIn}
        </Button>
      }
    >
      <p role="alert">
        {what} {texts.kept}
      </p>
    </Notice>
  );
}
