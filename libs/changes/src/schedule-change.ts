import type { Schedule } from '@imprimatur/contracts';
import type { Change } from './change.ts';
import { describeSchedule, localTime } from './describe-schedule.ts';
import { nextFires } from './next-fires.ts';
import { sameSchedule } from './same-schedule.ts';
import { validateSchedule } from './validate-schedule.ts';

const zoneOf = (schedule: Schedule): string | null => (schedule.kind === 'manual' ? null : schedule.timeZone);

/** The schedule in words, old and new, with its next five fires when it is published now; as a clock in `timeZone` shows them, if given. */
export function scheduleChange(
  before: Schedule | null,
  after: Schedule,
  { now, timeZone }: { now: Date; timeZone?: string | undefined },
): Change[] {
  if (before !== null && sameSchedule(before, after)) return [];
  const words = { before: before === null ? null : describeSchedule(before), after: describeSchedule(after) };
  if (before !== null && words.before === words.after) {
    const [from, to] = [zoneOf(before), zoneOf(after)];
    return [{ kind: 'field', path: '/schedule/timeZone', label: 'Time zone of the schedule', before: from, after: to }];
  }
  // What somebody is still writing may not be a schedule yet.
  const fires = validateSchedule(after).length === 0 ? nextFires(after, now, now, 5) : [];
  const nextRuns = fires.map((fire) => fire.toISOString());
  if (timeZone === undefined) return [{ kind: 'schedule', ...words, nextRuns }];
  return [
    { kind: 'schedule', ...words, nextRuns, timeZone, localRuns: fires.map((fire) => localTime(fire, timeZone)) },
  ];
}
