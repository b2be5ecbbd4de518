import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { StillRows } from '../../components/listing/StillRows.tsx';
import { ListSkeleton } from '../../components/ListSkeleton.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { isFiltered, type InboxSearch, type Tab } from './inbox-search.ts';
import { RequestTable } from './RequestTable.tsx';
import { requestsQuery } from './requests-query.ts';

const { approvals } = strings;

interface Props {
  search: InboxSearch & { tab: Tab };
  onClear: () => void;
}

/** The requests of one tab, or why there are none. */
export function RequestList({ search, onClear }: Props) {
  const requests = useInfiniteQuery(requestsQuery(search));
  const [wasOutdated] = useState(requests.isStale);
  if (requests.isPending) return <ListSkeleton label={approvals.loadingList} />;
  if (requests.isError) return <ProblemNotice error={requests.error} onRetry={() => void requests.refetch()} />;
  const items = requests.data.pages.flatMap((page) => page.items);
  const empty = isFiltered(search) ? (
    <EmptyState
      action={
        <Button variant="default" size="xs" onClick={onClear}>
          {strings.clearFilters}
        </Button>
      }
    >
      {approvals.emptyFiltered}
    </EmptyState>
  ) : (
    <EmptyState>{approvals.empty[search.tab]}</EmptyState>
  );
  return (
    <>
      <StillRows items={items} isReading={!wasOutdated || requests.isFetchedAfterMount}>
        {(rows) => (rows.length === 0 ? empty : <RequestTable requests={rows} caption={approvals.tabs[search.tab]} />)}
      </StillRows>
      {requests.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={requests.isFetchingNextPage}
          onClick={() => void requests.fetchNextPage()}
        >
          {strings.showMore}
        </Button>
      )}
    </>
  );
}
