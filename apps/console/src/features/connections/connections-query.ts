import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Kind } from './use-kind.ts';

export type Connection = components['schemas']['Connection'];

/** What the API calls the collection, also the first element of its query keys. */
export const collectionOf = (kind: Kind) => `${kind}s` as const;

export const connectionsQuery = (kind: Kind, q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [collectionOf(kind), 'list', { q }],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...(q !== undefined && { q }), ...(pageParam !== null && { cursor: pageParam }) };
      const options = { signal, params: { query } };
      return kind === 'source'
        ? answerOf(api.GET('/api/v1/sources', options))
        : answerOf(api.GET('/api/v1/destinations', options));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

export const connectionQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: [collectionOf(kind), 'detail', id],
    queryFn: ({ signal }): Promise<Connection> => {
      const options = { signal, params: { path: { id } } };
      return kind === 'source'
        ? answerOf(api.GET('/api/v1/sources/{id}', options))
        : answerOf(api.GET('/api/v1/destinations/{id}', options));
    },
  });
