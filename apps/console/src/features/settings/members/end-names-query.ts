import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

const query = { limit: 200 };

/** The names of the sources and destinations one may view, by id. */
export const endNamesQuery = queryOptions({
  queryKey: ['sources', 'names-of-ends'],
  queryFn: async ({ signal }): Promise<Map<string, string>> => {
    const [sources, destinations] = await Promise.all([
      answerOf(api.GET('/api/v1/sources', { signal, params: { query } })),
      answerOf(api.GET('/api/v1/destinations', { signal, params: { query } })),
    ]);
    return new Map([...sources.items, ...destinations.items].map(({ id, name }) => [id, name]));
  },
  staleTime: 60_000,
});
