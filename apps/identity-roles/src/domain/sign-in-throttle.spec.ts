import { charge, forgottenBefore, type ThrottleCount, throttlePolicies, waitSeconds } from './sign-in-throttle.ts';

const start = new Date('2026-03-02T09:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);
const policy = { freeAttempts: 3, longestWaitSeconds: 60 };
const count = (attempts: number): ThrottleCount => ({ attempts, lastAt: start });

describe('wrong passwords', () => {
  it('cost nothing at first', () => {
    expect(waitSeconds(null, policy, start)).toBe(0);
    expect(waitSeconds(count(2), policy, start)).toBe(0);
  });

  it.each([
    [3, 1],
    [4, 2],
    [5, 4],
    [8, 32],
    [9, 60],
    [5_000, 60],
  ])('cost more each time: after %i the wait is %i s', (attempts, seconds) => {
    expect(waitSeconds(count(attempts), policy, start)).toBe(seconds);
    expect(waitSeconds(count(attempts), policy, after(seconds - 1))).toBe(1);
    expect(waitSeconds(count(attempts), policy, after(seconds))).toBe(0);
  });

  it('are counted on while they follow each other, and forgotten after an hour', () => {
    expect(charge(count(4), after(3_599)).attempts).toBe(5);
    expect(charge(count(4), after(3_600))).toEqual({ attempts: 1, lastAt: after(3_600) });
    expect(waitSeconds(count(50), policy, after(3_600))).toBe(0);
    expect(forgottenBefore(after(3_600))).toEqual(start);
  });

  it('at one address for one account cost an attacker the most, the owner elsewhere little', () => {
    expect(waitSeconds(count(1_000), throttlePolicies.pair, start)).toBe(900);
    expect(waitSeconds(count(1_000), throttlePolicies.account, start)).toBe(30);
    expect(waitSeconds(count(1_000), throttlePolicies.address, start)).toBe(30);
  });
});
