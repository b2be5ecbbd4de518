import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type ServiceAccount = components['schemas']['ServiceAccount'];
export type ServiceToken = components['schemas']['ServiceTokens']['items'][number];

export const accountsQuery = infiniteQueryOptions({
  queryKey: ['service-accounts', 'list'],
  queryFn: ({ signal, pageParam }) => {
    const query = { limit: 100, ...(pageParam !== null && { cursor: pageParam }) };
    return answerOf(api.GET('/api/v1/service-accounts', { signal, params: { query } }));
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['service-accounts', 'detail', id],
    queryFn: ({ signal }): Promise<ServiceAccount> =>
      answerOf(api.GET('/api/v1/service-accounts/{id}', { signal, params: { path: { id } } })),
  });

export const tokensQuery = (id: string) =>
  queryOptions({
    queryKey: ['service-accounts', 'tokens', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/service-accounts/{id}/tokens', { signal, params: { path: { id } } })),
  });
