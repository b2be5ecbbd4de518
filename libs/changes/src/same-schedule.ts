import { Weekday, type Schedule } from '@imprimatur/contracts';
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

/** Whether two schedules act the same, however they are written down: what decides whether a schedule has changed. */
export const sameSchedule = (a: Schedule, b: Schedule): boolean => sameJson(meaning(a), meaning(b));
