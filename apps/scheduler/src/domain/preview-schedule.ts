import { describeSchedule, localTime, nextFires, validateSchedule } from '@imprimatur/changes';
import type { Schedule } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';

export interface SchedulePreview {
  description: string;
  /** `local` is what the clock on the wall of the schedule's time zone shows. */
  nextFires: { at: string; local: string }[];
}

/** What a schedule would do if it were published at `now`. Throws `schedule.invalid` for one that cannot be followed. */
export function previewSchedule(schedule: Schedule, now: Date, count: number): SchedulePreview {
  const fields = validateSchedule(schedule).map((field) => ({ ...field, path: `/schedule${field.path}` }));
  if (fields.length > 0)
    throw new DomainError('invalid', 'schedule.invalid', 'The schedule cannot be followed.', { fields });
  const zone = schedule.kind === 'manual' ? 'UTC' : schedule.timeZone;
  return {
    description: describeSchedule(schedule),
    nextFires: nextFires(schedule, now, now, count).map((at) => ({ at: at.toISOString(), local: localTime(at, zone) })),
  };
}
