import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

/** What a member is called. */
export const memberNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', 'name', id],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/members/{id}', { signal, params: { path: { id } } }))).name,
    staleTime: Infinity,
  });
