import { Button } from '@mantine/core';
import { IconEyeOff, IconPencil, IconRefresh } from '@tabler/icons-react';
import type { GatedKind, Model, Sync } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { RelativeTime } from '../RelativeTime.tsx';
import { DeleteDraftButton } from './DeleteDraftButton.tsx';
import { Notice } from './Notice.tsx';
import classes from './Notice.module.css';
import { RebaseLink } from './RebaseLink.tsx';
import { usePeople } from './use-people.ts';

const { inTheWay: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  resource: Model | Sync;
  /** The page offers to rebase it already, as the first thing to do. */
  isRebasedAbove?: boolean;
  /** Where a page can do either; a button is there for what it gives. */
  onEditDraft?: (() => void) | undefined;
  onHotfix?: (() => void) | undefined;
  onDeleted?: (() => Promise<void> | void) | undefined;
}

/** There is a draft already: whose, where it stands, and the ways on. Nothing is overwritten without anybody knowing. */
export function DraftInTheWay({ kind, resource, isRebasedAbove = false, onEditDraft, onHotfix, onDeleted }: Props) {
  const { namesOf, calledOf } = usePeople();
  const { id, draft, hiddenDraft, hotfix, published } = resource;
  if (draft === null) {
    return hiddenDraft ? (
      <Notice tone="grey" icon={IconEyeOff} label={texts.label}>
        <p>{texts.hidden}</p>
      </Notice>
    ) : null;
  }
  const isLocked = draft.state === 'in_review';
  return (
    <Notice
      tone={draft.stale ? 'orange' : 'grey'}
      icon={draft.stale ? IconRefresh : IconPencil}
      label={texts.label}
      actions={
        <>
          {!isLocked && onDeleted && <DeleteDraftButton kind={kind} resource={resource} onDeleted={onDeleted} />}
          {hotfix && onHotfix && (
            <Button variant="default" size="xs" onClick={onHotfix}>
              {texts.hotfix}
            </Button>
          )}
          {draft.stale && !isLocked && !isRebasedAbove && (
            <RebaseLink kind={kind} id={id} variant="default" size="xs" />
          )}
          {!isLocked && onEditDraft && (
            <Button variant="default" size="xs" onClick={onEditDraft}>
              {texts.edit}
            </Button>
          )}
        </>
      }
    >
      <p className={classes.title}>{texts.whose(namesOf(draft.contributors))}</p>
      <p>
        {texts.savedBy(calledOf(draft.savedBy))} <RelativeTime at={draft.savedAt} />
      </p>
      {draft.stale && <p>{texts.stale(draft.baseVersion, published?.version ?? null)}</p>}
      {isLocked && <p>{texts.locked}</p>}
    </Notice>
  );
}
