const YOUNG_MS = 20_000;
const TIME_DIGITS = 12;

/** Whether an id was made within the last moments: ids begin with the time that they were made at. */
export function isYoung(id: string, now: number): boolean {
  const madeAt = Number.parseInt(id.replaceAll('-', '').slice(0, TIME_DIGITS), 16);
  return Math.abs(now - madeAt) < YOUNG_MS;
}
