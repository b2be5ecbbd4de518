import type { components } from '../../api/schema.d.ts';

export type Schedule = components['schemas']['Schedule'];
export type ScheduleKind = Schedule['kind'];
export type TimedSchedule = Exclude<Schedule, { kind: 'manual' }>;
export type ScheduleOf<Kind extends ScheduleKind> = Extract<Schedule, { kind: Kind }>;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** What a schedule of another kind begins with: the zone and the period of the one before it, where that had them. */
export function scheduleOfKind(kind: ScheduleKind, before: Schedule, timeZone: string): Schedule {
  const kept = before.kind === 'manual' ? { timeZone } : windowOf(before);
  switch (kind) {
    case 'manual':
      return { kind };
    case 'interval':
      return { kind, every: 6, unit: 'hours', ...kept };
    case 'weekly':
      return { kind, days: [...weekdays.slice(0, 5)], times: ['09:00'], ...kept };
    case 'cron':
      return { kind, expression: '0 6 * * *', ...kept };
  }
}

const windowOf = ({ timeZone, startAt, endAt }: TimedSchedule) => ({
  timeZone,
  ...(startAt !== undefined && { startAt }),
  ...(endAt !== undefined && { endAt }),
});
