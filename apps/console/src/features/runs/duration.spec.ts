import { durationOf } from './duration.ts';

const START = '2026-11-22T10:00:00.000Z';
const after = (milliseconds: number): string => new Date(Date.parse(START) + milliseconds).toISOString();

describe('how long a run took', () => {
  it.each([
    [340, '340 ms'],
    [12_400, '12 s'],
    [200_000, '3 min 20 s'],
    [240_000, '4 min'],
    [7_500_000, '2 h 5 min'],
    [-5, '0 ms'],
  ])('of %i ms is %s', (milliseconds, text) => {
    expect(durationOf(START, after(milliseconds))).toBe(text);
  });
});
