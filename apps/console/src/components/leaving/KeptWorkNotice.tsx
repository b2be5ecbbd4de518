import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { strings } from '../../strings/en.ts';
import { RelativeTime } from '../RelativeTime.tsx';
import { Notice } from '../saving/Notice.tsx';

const { keptWork: texts } = strings;

/** Work that was left on this page before it was saved, to take up or drop. */
export function KeptWorkNotice({ at, onTakeUp, onDrop }: { at: string; onTakeUp: () => void; onDrop: () => void }) {
  return (
    <Notice
      tone="amber"
      icon={IconHistory}
      label={texts.label}
      actions={
        <>
          <Button variant="default" size="xs" onClick={onDrop}>
            {texts.drop}
          </Button>
          <Button variant="default" size="xs" onClick={onTakeUp}>
            {texts.takeUp}
          </Button>
        </>
      }
    >
      <p>
        {texts.found} <RelativeTime at={at} />
      </p>
    </Notice>
  );
}
