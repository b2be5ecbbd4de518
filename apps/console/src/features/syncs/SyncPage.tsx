import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { syncQuery } from '../../api/resource-queries.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { scheduleQuery } from '../../components/run-now/schedule-query.ts';
import { strings } from '../../strings/en.ts';
import { SyncHeader } from './SyncHeader.tsx';
import { SyncNotices } from './SyncNotices.tsx';
import { SyncTabs } from './SyncTabs.tsx';

/** A sync: where it stands, what it does, when it ran and runs, and how it came to be. */
export function SyncPage() {
  const { syncId } = useParams({ from: '/frame/syncs/$syncId' });
  const sync = useQuery(syncQuery(syncId));
  const schedule = useQuery({ ...scheduleQuery(syncId), enabled: sync.data?.published != null }).data;
  if (sync.isPending) return <PageSkeleton />;
  if (sync.data === undefined) return <ProblemNotice error={sync.error} onRetry={() => void sync.refetch()} />;
  return (
    <>
      <SyncHeader sync={sync.data} schedule={schedule} />
      <SyncNotices sync={sync.data} />
      <SyncTabs sync={sync.data} />
    </>
  );
}

function PageSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{strings.syncs.loading}</VisuallyHidden>
      <Skeleton height={28} width={320} mb={8} />
      <Skeleton height={16} width={420} mb={32} />
      <Skeleton height={36} mb={16} />
      <Skeleton height={200} />
    </div>
  );
}
