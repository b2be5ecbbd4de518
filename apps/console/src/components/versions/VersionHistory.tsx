import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { GatedKind } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { EmptyState } from '../EmptyState.tsx';
import { ListSkeleton } from '../ListSkeleton.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import classes from './VersionHistory.module.css';
import { VersionRow } from './VersionRow.tsx';
import { versionsQuery } from './versions-query.ts';

const { history: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  resourceId: string;
  canRestore: boolean;
}

/** Everything that was ever live: who published it and how; compared with what came before, or restored. */
export function VersionHistory({ kind, resourceId, canRestore }: Props) {
  const versions = useInfiniteQuery(versionsQuery(kind, resourceId));
  const [restoring, setRestoring] = useState<number | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const story = useRef<HTMLParagraphElement>(null);
  if (versions.isPending) return <ListSkeleton label={texts.loading} />;
  if (versions.isError) return <ProblemNotice error={versions.error} onRetry={() => void versions.refetch()} />;
  const items = versions.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState>{texts.empty}</EmptyState>;
  const done = (said: string): void => {
    setRestoring(null);
    setRestored(said);
    requestAnimationFrame(() => story.current?.focus());
  };
  return (
    <>
      <p ref={story} className={classes.story} role="status" tabIndex={-1}>
        {restored}
      </p>
      <ol className={classes.list} aria-label={texts.label} reversed>
        {items.map((version, index) => (
          <VersionRow
            key={version.version}
            kind={kind}
            resourceId={resourceId}
            version={version}
            before={items[index + 1]?.version ?? null}
            isCurrent={index === 0}
            onRestore={canRestore && index > 0 ? () => setRestoring(version.version) : null}
          />
        ))}
      </ol>
      {versions.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={versions.isFetchingNextPage}
          onClick={() => void versions.fetchNextPage()}
        >
          {strings.showMore}
        </Button>
      )}
      {restoring !== null && (
        <RestoreDialog
          kind={kind}
          resourceId={resourceId}
          version={restoring}
          onRestored={done}
          onClose={() => setRestoring(null)}
        />
      )}
    </>
  );
}
