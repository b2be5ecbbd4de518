import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { syncQuery, type Sync } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { NotEditable } from './NotEditable.tsx';
import { SyncEditor } from './SyncEditor.tsx';
import { groundOf } from './use-sync-work.ts';

const { syncs: texts } = strings;

/** All parts of a sync on one page, to change its draft, or what is published around the draft. */
export function EditSyncPage() {
  const { syncId } = useParams({ from: '/frame/syncs/$syncId/edit' });
  const isHotfix = useSearch({ from: '/frame/syncs/$syncId/edit' }).from === 'published';
  const sync = useQuery(syncQuery(syncId));
  if (sync.isPending) return <EditorSkeleton />;
  if (sync.data === undefined) return <ProblemNotice error={sync.error} onRetry={() => void sync.refetch()} />;
  const { name } = sync.data;
  return (
    <>
      <PageHeader
        breadcrumb={
          <>
            <AnchorLink to="/syncs">{texts.title}</AnchorLink> /{' '}
            <AnchorLink to="/syncs/$syncId" params={{ syncId }}>
              {name}
            </AnchorLink>
          </>
        }
        title={texts.editTitle(name)}
      />
      <Editable key={`${syncId} ${isHotfix}`} sync={sync.data} isHotfix={isHotfix} />
    </>
  );
}

function Editable({ sync, isHotfix }: { sync: Sync; isHotfix: boolean }) {
  const isAround = isHotfix && sync.draft !== null;
  const ground = groundOf(sync, isHotfix);
  const isLocked = sync.draft?.state === 'in_review' && !isAround;
  if (ground === null || isLocked || sync.saveOptions.actions.length === 0) return <NotEditable sync={sync} />;
  return <SyncEditor sync={sync} latest={ground} isAround={isAround} />;
}

function EditorSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{texts.loading}</VisuallyHidden>
      <Skeleton height={28} width={320} mb={24} />
      <Skeleton height={120} mb={16} />
      <Skeleton height={240} />
    </div>
  );
}
