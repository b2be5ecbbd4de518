import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type Workspace = components['schemas']['Workspace'];
export type Settings = Workspace['settings'];

export const workspaceQuery = queryOptions({
  queryKey: ['workspace', 'detail'],
  queryFn: ({ signal }): Promise<Workspace> => answerOf(api.GET('/api/v1/workspace', { signal })),
});
