import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBolt } from '@tabler/icons-react';
import type { Model } from '../../api/resource-queries.ts';
import { DraftInTheWay } from '../../components/saving/DraftInTheWay.tsx';
import { Notice } from '../../components/saving/Notice.tsx';
import { Notices } from '../../components/saving/Notices.tsx';
import { strings } from '../../strings/en.ts';

const { editor: texts } = strings.models;

interface Props {
  model: Model;
  isAround: boolean;
  /** Somebody has saved since the work was begun. */
  isOvertaken: boolean;
  onCompare: () => void;
  onEditInstead: (from?: 'published') => void;
}

/** What whoever edits has to know: what is edited, whose draft is there, who was faster. */
export function EditNotices({ model, isAround, isOvertaken, onCompare, onEditInstead }: Props) {
  return (
    <Notices>
      {isOvertaken && (
        <Notice
          tone="orange"
          icon={IconAlertTriangle}
          label={texts.overtaken}
          actions={
            <Button variant="default" size="xs" onClick={onCompare}>
              {texts.compare}
            </Button>
          }
        >
          <p role="alert">{texts.overtaken}</p>
        </Notice>
      )}
      {isAround && (
        <Notice tone="orange" icon={IconBolt} label={texts.hotfixLabel}>
          <p>{texts.hotfix}</p>
        </Notice>
      )}
      <DraftInTheWay
        kind="model"
        resource={model}
        {...(isAround ? { onEditDraft: () => onEditInstead() } : { onHotfix: () => onEditInstead('published') })}
      />
    </Notices>
  );
}
