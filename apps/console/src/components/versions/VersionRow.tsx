import { Button } from '@mantine/core';
import type { GatedKind } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { AnchorLink } from '../links/AnchorLink.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { usePeople } from '../saving/use-people.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import { CompareLink } from './CompareLink.tsx';
import classes from './VersionHistory.module.css';
import { howOf, publisherOf } from './version-words.ts';
import type { VersionListItem } from './versions-query.ts';

const { history: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  resourceId: string;
  version: VersionListItem;
  /** The version before it, to compare with. */
  before: number | null;
  isCurrent: boolean;
  onRestore: (() => void) | null;
}

/** One version: who published it, when and how, and what can be done with it. */
export function VersionRow({ kind, resourceId, version, before, isCurrent, onRestore }: Props) {
  const { calledOf, namesOf } = usePeople();
  const { version: number, publishedAt, request } = version;
  return (
    <li className={classes.row}>
      <span className={classes.number}>{texts.version(number)}</span>
      <div className={classes.about}>
        <span>{texts.published(calledOf(publisherOf(version)))}</span>
        <span>
          <RelativeTime at={publishedAt} />
        </span>
        {howOf(version, namesOf).map((how) => (
          <span key={how} className={classes.detail}>
            {how}
          </span>
        ))}
        {request && (
          <AnchorLink to="/approvals/$requestId" params={{ requestId: request.id }} inherit>
            {request.number === null ? texts.request : texts.requestNumber(request.number)}
          </AnchorLink>
        )}
      </div>
      {isCurrent && <StatusBadge status="published" />}
      <div className={classes.actions}>
        {before !== null && (
          <CompareLink
            kind={kind}
            id={resourceId}
            from={before}
            to={number}
            inherit
            aria-label={texts.compareLabel(before, number)}
          >
            {texts.compareWith(before)}
          </CompareLink>
        )}
        {onRestore && (
          <Button variant="default" size="xs" aria-label={texts.restoreVersion(number)} onClick={onRestore}>
            {texts.restore}
          </Button>
        )}
      </div>
    </li>
  );
}
