import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type ApprovalRequest = components['schemas']['ApprovalRequest'];
export type RequestItem = ApprovalRequest['items'][number];
export type VisibleItem = Extract<RequestItem, { visible: true }>;

const SOON_MS = 700;
const LATER_MS = 15_000;

/** Decided, and about to show what came of it. */
export const isUnderWay = ({ settling, status }: Pick<ApprovalRequest, 'settling' | 'status'>): boolean =>
  settling || status === 'approved';

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['approval-requests', 'one', id],
    queryFn: ({ signal }): Promise<ApprovalRequest> =>
      answerOf(api.GET('/api/v1/approval-requests/{id}', { signal, params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? SOON_MS : LATER_MS),
  });
