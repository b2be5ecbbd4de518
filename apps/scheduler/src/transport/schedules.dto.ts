import { Id, Instant, RefusalCode, Schedule } from '@imprimatur/contracts';
import { pageOf, PageQuery } from '@imprimatur/service-kit';
import { z } from 'zod';

const wouldRefuse = z
  .array(RefusalCode)
  .meta({ description: 'why a run would be refused now; empty when it would start' });

/** When a sync runs by itself and whether it would run right now. */
export const ScheduleDto = z
  .object({
    syncId: Id,
    paused: z.boolean(),
    schedule: Schedule.nullable().meta({ description: 'of the published version; null while there is none' }),
    description: z.string().nullable(),
    nextFires: z.array(Instant).meta({ description: 'the next five ticks; none while paused' }),
    mayRun: z.boolean().meta({ description: 'whether your role lets you run, pause and resume it' }),
    wouldRefuse,
  })
  .meta({ id: 'SyncSchedule' });
export type ScheduleDto = z.output<typeof ScheduleDto>;

export const SchedulesQuery = PageQuery.extend({ sourceId: Id.optional(), modelId: Id.optional() }).strict();

/** Of many syncs, whether each would run right now. */
export const ReadinessPageDto = pageOf(
  z.object({ syncId: Id, paused: z.boolean(), wouldRefuse }).meta({ id: 'SyncReadiness' }),
).meta({ id: 'SyncReadinessPage' });
export type ReadinessPageDto = z.output<typeof ReadinessPageDto>;

export const SchedulePreviewBody = z.strictObject({
  schedule: Schedule,
  count: z.int().min(1).max(20).default(5).meta({ description: 'how many of the next ticks' }),
});

/** What a schedule means, before it is saved. */
export const SchedulePreviewDto = z
  .object({
    description: z.string(),
    nextFires: z.array(
      z.object({ at: Instant, local: z.string().meta({ description: 'the same in the time zone of the schedule' }) }),
    ),
  })
  .meta({ id: 'SchedulePreview' });
export type SchedulePreviewDto = z.output<typeof SchedulePreviewDto>;
