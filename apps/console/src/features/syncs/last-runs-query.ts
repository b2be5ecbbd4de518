import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

const SHOWN = 40;
const REFRESH_MS = 15_000;

/** The newest first. */
export const lastRunsQuery = (syncId: string) =>
  queryOptions({
    queryKey: ['runs', 'last', syncId],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/runs', { signal, params: { query: { syncId, limit: SHOWN } } }))).items,
    refetchInterval: REFRESH_MS,
  });
