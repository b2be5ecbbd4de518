import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { components } from './schema.d.ts';

export type Role = components['schemas']['Role'];

export const rolesQuery = queryOptions({
  queryKey: ['roles', 'list'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/roles', { signal })),
});

export const roleQuery = (id: string) =>
  queryOptions({
    queryKey: ['roles', 'detail', id],
    queryFn: ({ signal }): Promise<Role> =>
      answerOf(api.GET('/api/v1/roles/{id}', { signal, params: { path: { id } } })),
  });
