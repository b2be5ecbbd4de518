import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type SyncSchedule = components['schemas']['SyncSchedule'];

const REFRESH_MS = 15_000;

/** When a sync runs by itself, and why it would be refused now. */
export const scheduleQuery = (syncId: string) =>
  queryOptions({
    queryKey: ['schedules', 'detail', syncId],
    queryFn: ({ signal }): Promise<SyncSchedule> =>
      answerOf(api.GET('/api/v1/schedules/{syncId}', { signal, params: { path: { syncId } } })),
    refetchInterval: REFRESH_MS,
  });
