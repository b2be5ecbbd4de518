import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

const MOST = 200;

/** The sources and destinations that requests can be looked for by. */
export const sourceNamesQuery = queryOptions({
  queryKey: ['sources', 'names'],
  queryFn: async ({ signal }) =>
    (await answerOf(api.GET('/api/v1/sources', { signal, params: { query: { limit: MOST } } }))).items,
  staleTime: 60_000,
});

export const destinationNamesQuery = queryOptions({
  queryKey: ['destinations', 'names'],
  queryFn: async ({ signal }) =>
    (await answerOf(api.GET('/api/v1/destinations', { signal, params: { query: { limit: MOST } } }))).items,
  staleTime: 60_000,
});
