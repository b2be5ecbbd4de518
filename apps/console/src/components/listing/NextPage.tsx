import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { strings } from '../../strings/en.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';

/** The next page is asked for before its reader is there. */
const AHEAD = '1200px';

/** What follows comes by itself when the end of the list is near, or at the press of a button. */
export function NextPage({ list }: { list: UseInfiniteQueryResult }) {
  const { ref, entry } = useIntersection({ rootMargin: AHEAD });
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const isNear = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [isNear, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  if (isFetchNextPageError) return <ProblemNotice error={list.error} onRetry={() => void fetchNextPage()} />;
  if (!hasNextPage) return null;
  return (
    <div ref={ref}>
      <Button
        variant="default"
        size="xs"
        mt="sm"
        loading={list.isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {strings.showMore}
      </Button>
    </div>
  );
}
