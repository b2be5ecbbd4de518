import { runTimeOf } from './run-time.ts';

describe('the time of a next run', () => {
  const now = Date.parse('2026-11-22T22:30:00Z');

  it.each([
    ['2026-11-22T22:45:00Z', 'today, 23:45'],
    ['2026-11-22T23:15:00Z', 'tomorrow, 00:15'],
    ['2026-11-25T13:00:00Z', 'Wed 25 Nov, 14:00'],
  ])('of %s is told by the clock of the workspace', (at, told) => {
    expect(runTimeOf(at, 'Europe/Berlin', now)).toBe(told);
  });
});
