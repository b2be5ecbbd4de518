import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Schedule } from './schedule.ts';

type SchedulePreview = components['schemas']['SchedulePreview'];

/** What a schedule means in words, and when it would run if it were published now. */
export const schedulePreviewQuery = (schedule: Schedule) =>
  queryOptions({
    queryKey: ['schedules', 'preview', schedule],
    queryFn: ({ signal }): Promise<SchedulePreview> =>
      answerOf(api.POST('/api/v1/schedules/preview', { signal, body: { schedule, count: 5 } })),
    staleTime: 30_000,
    retry: false,
  });
