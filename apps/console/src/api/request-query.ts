import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { components } from './schema.d.ts';

export type ApprovalRequest = components['schemas']['ApprovalRequest'];

/** A request to publish drafts, in full. */
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['approval-requests', 'detail', id],
    queryFn: ({ signal }): Promise<ApprovalRequest> =>
      answerOf(api.GET('/api/v1/approval-requests/{id}', { signal, params: { path: { id } } })),
  });
