import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

/** How much is found under the tabs of the inbox. */
export const countsQuery = queryOptions({
  queryKey: ['approval-requests', 'counts'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/approval-requests/counts', { signal })),
  refetchInterval: 30_000,
});
