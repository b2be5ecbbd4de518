import { charge, forgivenBefore, type ThrottleCount, throttlePolicies, waitSeconds } from './throttle.ts';

const start = new Date('2026-03-02T09:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);
const policy = { freeAttempts: 3, longestWaitSeconds: 60, forgivenAfterSeconds: 100 };
const count = (attempts: number): ThrottleCount => ({ attempts, lastAt: start });

describe('attempts', () => {
  it('cost nothing at first', () => {
    expect(waitSeconds(count(0), policy, start)).toBe(0);
    expect(waitSeconds(count(2.9), policy, start)).toBe(0);
  });

  it.each([
    [3, 1],
    [4, 2],
    [5, 4],
    [8, 32],
    [9, 60],
    [19, 60],
  ])('cost more each time: after %i the wait is %i s', (attempts, seconds) => {
    expect(waitSeconds(count(attempts), policy, start)).toBe(seconds);
    expect(waitSeconds(count(attempts), policy, after(seconds - 1))).toBe(1);
    expect(waitSeconds(count(attempts), policy, after(seconds))).toBe(0);
  });

  it('are forgiven one by one, so that now and then one never adds up', () => {
    expect(charge(count(4), policy, start)).toEqual({ attempts: 5, lastAt: start });
    expect(charge(count(4), policy, after(150))).toEqual({ attempts: 3.5, lastAt: after(150) });
    expect(charge(count(4), policy, after(9_999))).toEqual({ attempts: 1, lastAt: after(9_999) });
    let often = count(0);
    for (let attempt = 1; attempt <= 1_000; attempt++) often = charge(often, policy, after(attempt * 100));
    expect(often.attempts).toBe(1);
  });

  it('are held against nobody for longer than the counts are kept', () => {
    let worst = count(0);
    for (let attempt = 0; attempt < 1_000; attempt++) worst = charge(worst, throttlePolicies.pair, start);
    const later = after(10_000);
    expect(forgivenBefore(later) > start).toBe(true);
    expect(charge(worst, throttlePolicies.pair, later).attempts).toBe(1);
  });

  it('at one address for one account cost an attacker the most, the owner elsewhere little', () => {
    const longest = ({ pair, account, address }: typeof throttlePolicies): number[] =>
      [pair, account, address].map((each) => waitSeconds(count(each.freeAttempts + 16), each, start));
    expect(longest(throttlePolicies)).toEqual([900, 30, 30]);
  });
});
