import { z } from 'zod';
import { Instant, TimeZone } from '../primitives.ts';

const window = { timeZone: TimeZone, startAt: Instant.nullish(), endAt: Instant.nullish() };

export const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** When a sync runs by itself; each kind but `manual` has a time zone of its own, kept with it (`domain.md` §6). */
export const Schedule = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('manual') }),
    z.object({
      kind: z.literal('interval'),
      every: z.int().min(1).max(10_000),
      unit: z.enum(['minutes', 'hours', 'days', 'weeks']),
      ...window,
    }),
    z.object({
      kind: z.literal('weekly'),
      days: z.array(Weekday).min(1).max(7),
      times: z
        .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 14:00'))
        .min(1)
        .max(24),
      ...window,
    }),
    z.object({
      kind: z.literal('cron'),
      expression: z.string().trim().min(9).max(120).meta({ description: 'five fields, or six with seconds first' }),
      ...window,
    }),
  ])
  .meta({ id: 'Schedule' });
export type Schedule = z.output<typeof Schedule>;
