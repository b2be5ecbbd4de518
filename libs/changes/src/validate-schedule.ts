import type { Schedule } from '@imprimatur/contracts';
import type { FieldError } from './field-error.ts';
import { cronOf } from './next-fires.ts';

// Any fixed date does: a pattern that has no fire in the decades after it never fires.
const REFERENCE = new Date('2024-01-01T00:00:00Z');

function cronErrors(expression: string, timeZone: string): FieldError[] {
  try {
    if (cronOf(expression, timeZone).nextRun(REFERENCE) !== null) return [];
    return [{ path: '/expression', code: 'schedule.never-fires', message: 'names no date that ever comes' }];
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    const reason = error.message.replace(/^CronPattern: /, '');
    return [{ path: '/expression', code: 'schedule.cron-invalid', message: `is not a cron expression: ${reason}` }];
  }
}

/**
 * What the schema of a schedule cannot say: that its cron expression can be read and ever fires, and that it ends after it starts.
 * Paths are JSON pointers into the schedule, such as `/expression`. Empty when all is well.
 */
export function validateSchedule(schedule: Schedule): FieldError[] {
  if (schedule.kind === 'manual') return [];
  const { startAt, endAt } = schedule;
  const empty = startAt && endAt && Date.parse(startAt) >= Date.parse(endAt);
  return [
    ...(schedule.kind === 'cron' ? cronErrors(schedule.expression, schedule.timeZone) : []),
    ...(empty ? [{ path: '/endAt', code: 'schedule.window-empty', message: 'must be after the start' }] : []),
  ];
}
