import { strings } from '../../strings/en.ts';

const { runTime } = strings.approvals;
const DAY_MS = 86_400_000;

/** `today, 14:00` as a clock in that zone shows it; `Mon 23 Nov, 14:00` from the day after tomorrow on. */
export function runTimeOf(at: string, timeZone: string, now: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const time = clock.format(new Date(at));
  const that = day.format(new Date(at));
  if (that === day.format(now)) return runTime.today(time);
  if (that === day.format(now + DAY_MS)) return runTime.tomorrow(time);
  return runTime.on(that, time);
}
