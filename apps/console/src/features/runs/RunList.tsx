import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListSkeleton } from '../../components/ListSkeleton.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { LastRuns } from '../../components/run-chart/LastRuns.tsx';
import { strings } from '../../strings/en.ts';
import { fromSeen } from './newest-seen.ts';
import { isFiltered, type RunsSearch } from './runs-search.ts';
import { runsQuery, type Run } from './runs-query.ts';
import { RunTable } from './RunTable.tsx';

interface Props {
  search: RunsSearch;
  onClear: () => void;
}

/** The runs that match, or why there are none. */
export function RunList({ search, onClear }: Props) {
  const runs = useInfiniteQuery(runsQuery(search));
  if (runs.isPending) return <ListSkeleton label={strings.runs.loading} />;
  if (runs.isError) return <ProblemNotice error={runs.error} onRetry={() => void runs.refetch()} />;
  const [newest] = runs.data.pages;
  const items = runs.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return isFiltered(search) ? <NoMatch onClear={onClear} /> : <NothingRan />;
  return (
    <>
      <LastRuns runs={newest?.items ?? []} />
      <RunRows runs={items} />
      {runs.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          {strings.showMore}
        </Button>
      )}
    </>
  );
}

/** The rows stay under the pointer when there are new ones above them. */
function RunRows({ runs }: { runs: Run[] }) {
  const [seenId, setSeenId] = useState(runs[0]?.id);
  const { shown, fresh } = fromSeen(runs, seenId);
  return (
    <>
      <div role="status">
        {fresh > 0 && (
          <Button variant="light" size="compact-sm" fullWidth mb={4} onClick={() => setSeenId(runs[0]?.id)}>
            {strings.runs.newRuns(fresh)}
          </Button>
        )}
      </div>
      <RunTable runs={shown} />
    </>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  const clear = (
    <Button variant="default" size="xs" onClick={onClear}>
      {strings.clearFilters}
    </Button>
  );
  return <EmptyState action={clear}>{strings.runs.emptyFiltered}</EmptyState>;
}

function NothingRan() {
  return <EmptyState action={<Link to="/syncs">{strings.runs.toSyncs}</Link>}>{strings.runs.empty}</EmptyState>;
}
