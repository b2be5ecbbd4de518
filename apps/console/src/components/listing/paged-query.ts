import { infiniteQueryOptions } from '@tanstack/react-query';

/** How much of a list is asked for at once. */
const PAGE = 100;

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

interface PageWanted {
  limit: number;
  cursor?: string;
}

/** A list of the API, page by page; the first element of its key is what the API calls the collection. */
export const pagedQuery = <Item>(
  queryKey: readonly [string, ...unknown[]],
  read: (wanted: PageWanted, signal: AbortSignal) => Promise<Page<Item>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ signal, pageParam }) => read({ limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // To compare many pages deeply takes longer than to show a window of them again.
    structuralSharing: false,
  });
