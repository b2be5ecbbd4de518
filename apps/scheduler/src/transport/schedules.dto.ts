import { Id, Instant, RefusalCode, Schedule } from '@imprimatur/contracts';
import { z } from 'zod';

/** When a sync runs by itself and whether it would run right now. */
export const ScheduleDto = z
  .object({
    syncId: Id,
    paused: z.boolean(),
    schedule: Schedule.nullable().meta({ description: 'of the published version; null while there is none' }),
    description: z.string().nullable(),
    nextFires: z.array(Instant).meta({ description: 'the next five ticks; none while paused' }),
    wouldRefuse: z
      .array(RefusalCode)
      .meta({ description: 'why a run would be refused now; empty when it would start' }),
  })
  .meta({ id: 'SyncSchedule' });
export type ScheduleDto = z.output<typeof ScheduleDto>;
