import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import type { InboxSearch, Tab } from './inbox-search.ts';
import classes from './InboxPage.module.css';
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
  if (requests.isPending) return <ListSkeleton />;
  if (requests.isError) return <ProblemNotice error={requests.error} onRetry={() => void requests.refetch()} />;
  const items = requests.data.pages.flatMap((page) => page.items);
  const isFiltered = search.q !== undefined || search.kind !== undefined;
  if (items.length === 0) {
    return (
      <div className={classes.empty}>
        <p>{isFiltered ? approvals.emptyFiltered : approvals.empty[search.tab]}</p>
        {isFiltered && (
          <Button variant="default" size="xs" onClick={onClear}>
            {approvals.clearFilters}
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <RequestTable requests={items} caption={approvals.tabs[search.tab]} />
      {requests.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={requests.isFetchingNextPage}
          onClick={() => void requests.fetchNextPage()}
        >
          {approvals.showMore}
        </Button>
      )}
    </>
  );
}

function ListSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{approvals.loadingList}</VisuallyHidden>
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} height={46} mb={6} />
      ))}
    </div>
  );
}
