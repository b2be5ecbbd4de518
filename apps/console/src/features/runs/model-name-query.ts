import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

/** What a model is called now. */
export const modelNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['models', 'name', id],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/v1/models/{id}', { signal, params: { path: { id } } }))).name,
  });
