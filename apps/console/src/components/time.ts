const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `2 hr. ago`; what is younger than a minute is `now`, whatever the clocks of server and browser say. */
export function relativeTime(at: string, now: number): string {
  const seconds = Math.min(0, (Date.parse(at) - now) / 1_000);
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step === undefined ? 'now' : relative.format(Math.trunc(seconds / step[1]), step[0]);
}

export const exactTime = (at: string): string => exact.format(new Date(at));

const wall = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `2026-11-23 14:00`, as a clock on some wall shows it, in words: `Mon 23 Nov, 14:00`. */
export const wallTime = (local: string): string => wall.format(new Date(`${local.replace(' ', 'T')}Z`));
