import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type ListedModel = components['schemas']['ResourceListItem'];
export type ListedDestination = components['schemas']['Connection'];
export type DestinationTable = components['schemas']['DestinationTable'];
export type DestinationTables = components['schemas']['DestinationTables'];

const SHOWN = 50;

const page = (q: string) => ({ limit: SHOWN, ...(q.trim() !== '' && { q: q.trim() }) });

/** The models to choose from that have this in their name. */
export const modelChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['models', 'choices', q],
    queryFn: async ({ signal }): Promise<ListedModel[]> =>
      (await answerOf(api.GET('/api/v1/models', { signal, params: { query: page(q) } }))).items,
    placeholderData: keepPreviousData,
  });

/** The destinations to choose from that have this in their name. */
export const destinationChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['destinations', 'choices', q],
    queryFn: async ({ signal }): Promise<ListedDestination[]> =>
      (await answerOf(api.GET('/api/v1/destinations', { signal, params: { query: page(q) } }))).items,
    placeholderData: keepPreviousData,
  });

export const destinationQuery = (id: string) =>
  queryOptions({
    queryKey: ['destinations', 'detail', id],
    queryFn: ({ signal }): Promise<ListedDestination> =>
      answerOf(api.GET('/api/v1/destinations/{id}', { signal, params: { path: { id } } })),
  });

/** What a sync can write to there, asked of the destination itself. */
export const tablesQuery = (id: string, search: string) =>
  queryOptions({
    queryKey: ['destinations', 'tables', id, search],
    queryFn: ({ signal }): Promise<DestinationTables> => {
      const params = { path: { id }, query: search === '' ? {} : { search } };
      return answerOf(api.GET('/api/v1/destinations/{id}/tables', { signal, params }));
    },
    staleTime: 60_000,
    retry: false,
  });
