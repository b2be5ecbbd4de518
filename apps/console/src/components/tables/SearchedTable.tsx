import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import { EmptyState } from '../EmptyState.tsx';
import { ListSkeleton } from '../ListSkeleton.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { PlainTable, type Column } from './PlainTable.tsx';
import { SearchBox } from './SearchBox.tsx';
import classes from './SearchedTable.module.css';

interface Props<Row> {
  result: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  columns: Column<Row>[];
  keyOf: (row: Row) => string;
  texts: { caption: string; loading: string; search: string; emptyFiltered: string };
  /** Shown while there is nothing at all. */
  empty: ReactNode;
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
}

/** A list that can be searched, page by page as the API answers it. */
export function SearchedTable<Row>({ result, columns, keyOf, texts, empty, q, onSearch }: Props<Row>) {
  const rows = result.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFound = rows.length > 0;
  const hasNothing = result.isSuccess && !isFound;
  if (hasNothing && q === undefined) return empty;
  return (
    <>
      <div className={classes.filters} role="search">
        <SearchBox label={texts.search} text={q} onSearch={onSearch} />
      </div>
      {result.isPending && <ListSkeleton label={texts.loading} />}
      {result.isError && <ProblemNotice error={result.error} onRetry={() => void result.refetch()} />}
      {hasNothing && (
        <EmptyState
          action={
            <Button variant="default" size="xs" onClick={() => onSearch(undefined)}>
              {strings.clearFilters}
            </Button>
          }
        >
          {texts.emptyFiltered}
        </EmptyState>
      )}
      {isFound && <PlainTable caption={texts.caption} rows={rows} keyOf={keyOf} columns={columns} />}
      {result.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={result.isFetchingNextPage}
          onClick={() => void result.fetchNextPage()}
        >
          {strings.showMore}
        </Button>
      )}
    </>
  );
}
