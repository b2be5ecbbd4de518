import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { isUnderWay } from '../../components/run-now/run-status.ts';
import type { RunsSearch } from './runs-search.ts';

export type Run = components['schemas']['Run'];

const SOON_MS = 2_000;
const LATER_MS = 15_000;

/** Runs, the newest first, page by page; looked at more often while one of them is under way. */
export const runsQuery = ({ syncId, outcome, code }: RunsSearch) =>
  infiniteQueryOptions({
    queryKey: ['runs', 'list', { syncId, outcome, code }],
    queryFn: ({ signal, pageParam }) => {
      const query = {
        ...(syncId !== undefined && { syncId }),
        ...(outcome !== undefined && { status: outcome }),
        ...(code !== undefined && { code }),
        ...(pageParam !== null && { cursor: pageParam }),
      };
      return answerOf(api.GET('/api/v1/runs', { signal, params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ status }) => isUnderWay(status))) ? SOON_MS : LATER_MS,
  });
