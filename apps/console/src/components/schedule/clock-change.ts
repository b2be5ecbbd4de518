const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** How many minutes the clocks of a zone are ahead of UTC. */
export function offsetMinutes(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

export interface ClockChange {
  at: number;
  /** Positive when the clocks go forward. */
  minutes: number;
}

/** When the clocks of a zone change next, within a year; null where they do not. */
export function nextClockChange(timeZone: string, from: number): ClockChange | null {
  const offset = offsetMinutes(from, timeZone);
  for (let day = 1; day <= 366; day += 1) {
    const after = from + day * DAY_MS;
    if (offsetMinutes(after, timeZone) === offset) continue;
    const at = momentOfChange(timeZone, after - DAY_MS, after);
    return { at, minutes: offsetMinutes(after, timeZone) - offset };
  }
  return null;
}

function momentOfChange(timeZone: string, before: number, after: number): number {
  const offset = offsetMinutes(before, timeZone);
  let [low, high] = [before, after];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMinutes(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return Math.floor(high / MINUTE_MS) * MINUTE_MS;
}
