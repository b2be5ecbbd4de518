/**
 * How wrong passwords are slowed down. Every attempt is charged before its password is looked at, so that guesses sent at once do not
 * slip through together; an attempt that turns out right is refunded. What is free costs nothing, then each further attempt doubles
 * the wait. Three counts: one address guessing one account is slowed hard; an account guessed from many addresses, and an address
 * guessing many accounts, are slowed only so far that the people behind them can still sign in.
 */
export type ThrottleScope = 'pair' | 'account' | 'address';

export interface ThrottlePolicy {
  freeAttempts: number;
  longestWaitSeconds: number;
}

export const throttlePolicies: Record<ThrottleScope, ThrottlePolicy> = {
  pair: { freeAttempts: 10, longestWaitSeconds: 900 },
  account: { freeAttempts: 50, longestWaitSeconds: 30 },
  address: { freeAttempts: 200, longestWaitSeconds: 30 },
};

/** Attempts are forgotten when none followed for this long. */
const FORGET_AFTER_SECONDS = 3_600;

export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - FORGET_AFTER_SECONDS * 1_000);

export interface ThrottleCount {
  attempts: number;
  lastAt: Date;
}

const secondsBetween = (earlier: Date, later: Date): number => (later.getTime() - earlier.getTime()) / 1_000;

const remembered = (count: ThrottleCount | null, now: Date): number =>
  count === null || secondsBetween(count.lastAt, now) >= FORGET_AFTER_SECONDS ? 0 : count.attempts;

/** Whole seconds until the next attempt is looked at; 0 when it is now. */
export function waitSeconds(count: ThrottleCount | null, policy: ThrottlePolicy, now: Date): number {
  const exceeding = remembered(count, now) - policy.freeAttempts;
  if (count === null || exceeding < 0) return 0;
  const wait = Math.min(2 ** exceeding, policy.longestWaitSeconds);
  return Math.max(0, Math.ceil(wait - secondsBetween(count.lastAt, now)));
}

export const charge = (count: ThrottleCount | null, now: Date): ThrottleCount => ({
  attempts: remembered(count, now) + 1,
  lastAt: now,
});
