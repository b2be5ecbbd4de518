import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import { NextPage } from '../listing/NextPage.tsx';
import { ResourceTable, type ListColumn, type Listed } from '../listing/ResourceTable.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { ListSkeleton } from '../ListSkeleton.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { SearchBox } from './SearchBox.tsx';
import classes from './SearchedTable.module.css';

interface Props<Row extends Listed> {
  result: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  columns: readonly ListColumn<Row>[];
  texts: { caption: string; loading: string; search: string; emptyFiltered: string };
  /** Shown while there is nothing at all. */
  empty: ReactNode;
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
}

/** A list that can be searched, and may be long: it is read as it is scrolled, and only what is in the window is on the page. */
export function SearchedTable<Row extends Listed>({ result, columns, texts, empty, q, onSearch }: Props<Row>) {
  const rows = useMemo(
    () => result.data?.pages.flatMap(({ items }) => items.map((item) => ({ item, isGone: false }))) ?? [],
    [result.data],
  );
  const isFound = rows.length > 0;
  const hasNothing = result.isSuccess && !isFound;
  if (hasNothing && q === undefined) return empty;
  return (
    <>
      <div className={classes.filters} role="search">
        <SearchBox label={texts.search} text={q} onSearch={onSearch} />
      </div>
      {result.isPending && <ListSkeleton label={texts.loading} />}
      {result.isError && !result.data && <ProblemNotice error={result.error} onRetry={() => void result.refetch()} />}
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
      {isFound && <ResourceTable caption={texts.caption} rows={rows} columns={columns} />}
      <NextPage list={result} />
    </>
  );
}
