import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { InboxSearch } from './inbox-search.ts';

export type RequestSummary = components['schemas']['ApprovalRequestSummary'];

/** One tab of the inbox, page by page. */
export const requestsQuery = (search: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: ['approval-requests', 'list', search],
    queryFn: ({ signal, pageParam }) => {
      const query = { ...search, ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(api.GET('/api/v1/approval-requests', { signal, params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 30_000,
  });
