import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { components } from './schema.d.ts';

export type SourceTable = components['schemas']['SourceTable'];

const PAGE = 200;
const MOST_PAGES = 10;

/** Every source that one may view, by name. */
export const everySourceQuery = queryOptions({
  queryKey: ['sources', 'everything'],
  queryFn: async ({ signal }): Promise<{ id: string; name: string }[]> => {
    const sources: { id: string; name: string }[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await answerOf(api.GET('/api/v1/sources', { signal, params: { query } }));
      sources.push(...items);
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    return sources;
  },
  staleTime: 60_000,
});

/** What a query can read there, asked of the source itself. */
export const sourceTablesQuery = (id: string) =>
  queryOptions({
    queryKey: ['sources', 'tables', id],
    queryFn: async ({ signal }): Promise<SourceTable[]> =>
      (await answerOf(api.GET('/api/v1/sources/{id}/tables', { signal, params: { path: { id } } }))).tables,
    staleTime: 300_000,
    retry: false,
  });
