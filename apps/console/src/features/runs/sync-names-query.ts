import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

interface Option {
  value: string;
  label: string;
}

const SHOWN = 20;

/** The syncs whose name has these words in it. */
export const syncNamesQuery = (q: string) =>
  queryOptions({
    queryKey: ['syncs', 'names', q],
    queryFn: async ({ signal }): Promise<Option[]> => {
      const query = { limit: SHOWN, ...(q !== '' && { q }) };
      const { items } = await answerOf(api.GET('/api/v1/syncs', { signal, params: { query } }));
      return items.map(({ id, name }) => ({ value: id, label: name }));
    },
    placeholderData: keepPreviousData,
  });

export const syncNameQuery = (id: string) =>
  queryOptions({
    queryKey: ['syncs', 'name', id],
    queryFn: async ({ signal }): Promise<Option> => {
      const { name } = await answerOf(api.GET('/api/v1/syncs/{id}', { signal, params: { path: { id } } }));
      return { value: id, label: name };
    },
  });
