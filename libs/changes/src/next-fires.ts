import { Cron } from 'croner';
import { Weekday, type Schedule } from '@imprimatur/contracts';

type Interval = Extract<Schedule, { kind: 'interval' }>;
type Weekly = Extract<Schedule, { kind: 'weekly' }>;

const milliseconds = { minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000 } as const;

/**
 * One cron pattern, evaluated by croner. `no-wildcard` is the rule of Debian's cron: a pattern with a fixed time of day fires exactly
 * once per local day (right after the gap when the clock jumps over it, the first time when the hour repeats); one with a wildcard or
 * step keeps firing in real time. Throws croner's TypeError or RangeError for what is not a pattern.
 */
export function cronOf(expression: string, timeZone: string): Cron {
  return new Cron(expression, { timezone: timeZone, paused: true, mode: '5-or-6-parts', fixedTimeRule: 'no-wildcard' });
}

function intervalFires({ every, unit, startAt }: Interval, anchor: number, after: number, count: number): number[] {
  const step = every * milliseconds[unit];
  const origin = startAt ? Date.parse(startAt) : anchor;
  // The start of a schedule is a fire of its own, the moment of its publication is not.
  const first = startAt ? 0 : 1;
  const from = Math.max(first, Math.floor((after - origin) / step) + 1);
  return Array.from({ length: count }, (_, n) => origin + (from + n) * step);
}

function weeklyPatterns({ days, times }: Weekly): string[] {
  const numbers = [...new Set(days)].map((day) => Weekday.options.indexOf(day) + 1).join(',');
  return [...new Set(times)].map((time) => `${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * ${numbers}`);
}

function cronFires(patterns: string[], timeZone: string, after: number, count: number): number[] {
  const fires = patterns.flatMap((pattern) =>
    cronOf(pattern, timeZone)
      .nextRuns(count, new Date(after))
      .map((fire) => fire.getTime()),
  );
  return [...new Set(fires)].sort((a, b) => a - b).slice(0, count);
}

function firesAfter(schedule: Schedule, anchor: number, after: number, count: number): number[] {
  switch (schedule.kind) {
    case 'manual':
      return [];
    case 'interval':
      return intervalFires(schedule, anchor, after, count);
    case 'weekly':
      return cronFires(weeklyPatterns(schedule), schedule.timeZone, after, count);
    case 'cron':
      return cronFires([schedule.expression], schedule.timeZone, after, count);
  }
}

/**
 * The next `count` fires of a schedule strictly after `after`, earliest first; fewer when it ends, none for a manual one. This is the
 * one place where schedules are evaluated (`domain.md` §6).
 *
 * `anchor` is when the schedule was published: nothing fires at or before it. An interval counts real time from `startAt`, which is
 * its first fire, or else from the anchor, one interval after which it first fires. Fixed times fire exactly once per local day, also
 * when the clocks change. `startAt` is inclusive, `endAt` exclusive. Throws for a schedule that `validateSchedule` refuses.
 */
export function nextFires(schedule: Schedule, anchor: Date, after: Date, count: number): Date[] {
  if (schedule.kind === 'manual') return [];
  const start = schedule.startAt ? Date.parse(schedule.startAt) - 1 : Number.NEGATIVE_INFINITY;
  const end = schedule.endAt ? Date.parse(schedule.endAt) : Number.POSITIVE_INFINITY;
  const floor = Math.max(after.getTime(), anchor.getTime(), start);
  return firesAfter(schedule, anchor.getTime(), floor, count)
    .filter((fire) => fire < end)
    .map((fire) => new Date(fire));
}
