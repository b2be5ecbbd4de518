import { retryDelayMs } from './delivery.ts';

describe('the time until the next attempt', () => {
  it('doubles from a second, and without spread is never more than the longest', () => {
    const delays = (kind: 'unreachable' | 'deferred'): number[] =>
      [1, 2, 3, 4, 20, 2_000].map((attempts) => retryDelayMs(kind, attempts, 1));
    expect(delays('unreachable')).toEqual([1_000, 2_000, 4_000, 8_000, 30_000, 30_000]);
    expect(delays('deferred')).toEqual([1_000, 2_000, 4_000, 8_000, 900_000, 900_000]);
  });

  it('is spread by a quarter', () => {
    expect(retryDelayMs('deferred', 3, 0)).toBe(3_000);
  });
});
