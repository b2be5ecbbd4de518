import { Weekday, type Schedule } from '@imprimatur/contracts';

type Timed = Exclude<Schedule, { kind: 'manual' }>;

const weekdays = Weekday.options;
const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

function listed(words: string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

function daysInWords(days: readonly string[]): string {
  const chosen = weekdays.filter((day) => days.includes(day));
  if (chosen.length === 7) return 'daily';
  if (chosen.length === 5 && !chosen.includes('saturday') && !chosen.includes('sunday')) return 'on weekdays';
  return `on ${listed(chosen.map(capitalised))}`;
}

/** An instant as the clock on the wall of the time zone shows it: `2026-11-22 14:00`, with seconds only where there are any. */
export function localTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((p) => p.type === type)?.value ?? '';
  const seconds = part('second') === '00' ? '' : `:${part('second')}`;
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}${seconds}`;
}

function frequency(schedule: Timed): string {
  switch (schedule.kind) {
    case 'interval':
      return schedule.every === 1 ? `every ${schedule.unit.slice(0, -1)}` : `every ${schedule.every} ${schedule.unit}`;
    case 'weekly':
      return `${daysInWords(schedule.days)} at ${listed([...new Set(schedule.times)].sort())}`;
    case 'cron':
      return `cron ${schedule.expression}`;
  }
}

function period({ startAt, endAt, timeZone }: Timed): string {
  const from = startAt ? ` from ${localTime(new Date(startAt), timeZone)}` : '';
  const until = endAt ? ` until ${localTime(new Date(endAt), timeZone)}` : '';
  return from + until;
}

/**
 * A schedule in words: `every 6 hours`, `daily at 14:00 (Europe/Berlin)`, `on Monday and Friday at 09:00 and 17:30 (UTC)`,
 * `cron 0 6 1 * * from 2026-12-01 00:00 (UTC)`. An interval names its time zone only where a start or end is shown in it, for nothing
 * else about it depends on one.
 */
export function describeSchedule(schedule: Schedule): string {
  if (schedule.kind === 'manual') return 'only when started by hand';
  const within = period(schedule);
  const zone = schedule.kind !== 'interval' || within !== '' ? ` (${schedule.timeZone})` : '';
  return `${frequency(schedule)}${within}${zone}`;
}
