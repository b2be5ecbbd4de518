import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { pagedQuery } from '../../components/listing/paged-query.ts';
import type { SyncsSearch } from './sync-searches.ts';

type SyncReadiness = components['schemas']['SyncReadiness'];

const PAGE = 200;
const MOST_PAGES = 50;

export const syncsQuery = (search: SyncsSearch) =>
  pagedQuery(['syncs', 'list', search], (wanted, signal) =>
    answerOf(api.GET('/api/v1/syncs', { signal, params: { query: { ...search, ...wanted } } })),
  );

/** Of every sync, whether it would run now. */
export const readinessQuery = queryOptions({
  queryKey: ['schedules', 'list'],
  queryFn: async ({ signal }): Promise<Map<string, SyncReadiness>> => {
    const found = new Map<string, SyncReadiness>();
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor !== null && { cursor }) };
      const { items, nextCursor } = await answerOf(api.GET('/api/v1/schedules', { signal, params: { query } }));
      for (const item of items) found.set(item.syncId, item);
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    return found;
  },
  staleTime: 15_000,
});
