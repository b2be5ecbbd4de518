import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import { EmptyState } from '../EmptyState.tsx';
import { ListSkeleton } from '../ListSkeleton.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { NextPage } from './NextPage.tsx';
import { ResourceTable, type ListColumn, type Listed } from './ResourceTable.tsx';
import { StillRows } from './StillRows.tsx';

interface Props<Item extends Listed> {
  /** What is listed, for screen readers. */
  caption: string;
  loading: string;
  columns: readonly ListColumn<Item>[];
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** Stands here when there is nothing at all. */
  empty: ReactNode;
  /** What the list is narrowed by; a list narrowed otherwise is another one. */
  search: Record<string, unknown>;
  onClear: () => void;
}

/** A list that may be very long: read page by page as it is scrolled, and only the rows in the window are on the page. */
export function ResourceList<Item extends Listed>(props: Props<Item>) {
  return <ListOf key={JSON.stringify(props.search)} {...props} />;
}

function ListOf<Item extends Listed>({ caption, loading, columns, list, empty, search, onClear }: Props<Item>) {
  const [wasOutdated] = useState(list.isStale);
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  if (list.isPending) return <ListSkeleton label={loading} />;
  if (list.isError && list.data === undefined)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const nothing = isFiltered ? (
    <EmptyState
      action={
        <Button variant="default" size="xs" onClick={onClear}>
          {strings.clearFilters}
        </Button>
      }
    >
      {strings.listing.nothingMatches}
    </EmptyState>
  ) : (
    empty
  );
  return (
    <>
      <StillRows items={items} isReading={!wasOutdated || list.isFetchedAfterMount}>
        {(rows) => (rows.length === 0 ? nothing : <ResourceTable caption={caption} columns={columns} rows={rows} />)}
      </StillRows>
      <NextPage list={list} />
    </>
  );
}
