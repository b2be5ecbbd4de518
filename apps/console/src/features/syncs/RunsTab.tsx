import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/schema.d.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ListSkeleton } from '../../components/ListSkeleton.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { LastRuns } from '../../components/run-chart/LastRuns.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { PlainTable } from '../../components/tables/PlainTable.tsx';
import { strings } from '../../strings/en.ts';
import { lastRunsQuery } from './last-runs-query.ts';
import classes from './SyncPage.module.css';

const { page: texts } = strings.syncs;
const LISTED = 10;

function versionsOf({ status, syncVersion, modelVersion }: components['schemas']['Run']): string {
  if (syncVersion !== null && modelVersion !== null) return texts.ranOn(syncVersion, modelVersion);
  return status === 'queued' ? texts.notStarted : texts.neverStarted;
}

/** What it ran lately, and the way to everything it ever ran. */
export function RunsTab({ syncId }: { syncId: string }) {
  const runs = useQuery(lastRunsQuery(syncId));
  if (runs.isPending) return <ListSkeleton label={texts.loadingRuns} />;
  if (runs.isError) return <ProblemNotice error={runs.error} onRetry={() => void runs.refetch()} />;
  if (runs.data.length === 0) return <EmptyState>{texts.noRuns}</EmptyState>;
  return (
    <div className={classes.overview}>
      <LastRuns runs={runs.data} />
      <PlainTable
        caption={texts.lastRuns}
        keyOf={({ id }) => id}
        rows={runs.data.slice(0, LISTED)}
        columns={[
          {
            label: texts.run,
            isHeading: true,
            cell: ({ id, createdAt }) => (
              <AnchorLink to="/runs/$runId" params={{ runId: id }}>
                <RelativeTime at={createdAt} />
              </AnchorLink>
            ),
          },
          { label: texts.outcome, cell: ({ status }) => <StatusBadge status={status} /> },
          { label: texts.versions, cell: versionsOf },
        ]}
      />
      <AnchorLink to="/runs" search={{ syncId }}>
        {texts.allRuns}
      </AnchorLink>
    </div>
  );
}
