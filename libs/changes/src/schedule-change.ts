import { Weekday, type Schedule } from '@imprimatur/contracts';
import type { Change } from './change.ts';
import { describeSchedule } from './describe-schedule.ts';
import { nextFires } from './next-fires.ts';
import { sameJson } from './same-json.ts';

const instant = (text: string | null | undefined): number | null => (text ? Date.parse(text) : null);

/** The schedule as it acts: days and times as sets, instants as such, no difference between null and not there. */
function meaning(schedule: Schedule): unknown {
  if (schedule.kind === 'manual') return schedule;
  const window = { startAt: instant(schedule.startAt), endAt: instant(schedule.endAt) };
  if (schedule.kind !== 'weekly') return { ...schedule, ...window };
  const days = Weekday.options.filter((day) => schedule.days.includes(day));
  return { ...schedule, ...window, days, times: [...new Set(schedule.times)].sort() };
}

const zoneOf = (schedule: Schedule): string | null => (schedule.kind === 'manual' ? null : schedule.timeZone);

/** The schedule in words, old and new, with its next five fires when it is published now. */
export function scheduleChange(before: Schedule | null, after: Schedule, now: Date): Change[] {
  if (before !== null && sameJson(meaning(before), meaning(after))) return [];
  const words = { before: before === null ? null : describeSchedule(before), after: describeSchedule(after) };
  if (before !== null && words.before === words.after) {
    const [from, to] = [zoneOf(before), zoneOf(after)];
    return [{ kind: 'field', path: '/schedule/timeZone', label: 'Time zone of the schedule', before: from, after: to }];
  }
  const nextRuns = nextFires(after, now, now, 5).map((fire) => fire.toISOString());
  return [{ kind: 'schedule', ...words, nextRuns }];
}
