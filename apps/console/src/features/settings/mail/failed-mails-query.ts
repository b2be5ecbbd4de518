import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type Delivery = components['schemas']['Delivery'];

/** Mails that failed for good, the newest first. */
export const failedMailsQuery = infiniteQueryOptions({
  queryKey: ['deliveries', 'list', 'failed'],
  queryFn: ({ signal, pageParam }) => {
    const query = { state: 'failed' as const, ...(pageParam !== null && { cursor: pageParam }) };
    return answerOf(api.GET('/api/v1/deliveries', { signal, params: { query } }));
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});
