/**
 * How wrong passwords are slowed down. Every attempt is charged before its password is looked at, so that guesses sent at once do not
 * slip through together; an attempt that turns out right is refunded. The first attempts cost nothing, then each further one doubles
 * the wait; with time they are forgiven one by one. Three counts: one address guessing one account is slowed hard; an account guessed
 * from many addresses, and an address guessing many accounts, are slowed only so far that the people behind them can still sign in.
 */
export type ThrottleScope = 'pair' | 'account' | 'address';

export interface ThrottlePolicy {
  freeAttempts: number;
  longestWaitSeconds: number;
  /** One attempt each. */
  forgivenAfterSeconds: number;
}

export const throttlePolicies: Record<ThrottleScope, ThrottlePolicy> = {
  pair: { freeAttempts: 10, longestWaitSeconds: 900, forgivenAfterSeconds: 360 },
  account: { freeAttempts: 50, longestWaitSeconds: 30, forgivenAfterSeconds: 60 },
  address: { freeAttempts: 200, longestWaitSeconds: 30, forgivenAfterSeconds: 15 },
};

/** What was counted when the last attempt was charged; a fraction where an attempt is forgiven in part. */
export interface ThrottleCount {
  attempts: number;
  lastAt: Date;
}

/** Beyond this no wait grows any more, so that nothing is held against anybody for longer than that takes to forgive. */
const MOST_EXCEEDING = 16;

const secondsBetween = (earlier: Date, later: Date): number => (later.getTime() - earlier.getTime()) / 1_000;

/** Whole seconds until the next attempt is looked at; 0 when it is now. */
export function waitSeconds({ attempts, lastAt }: ThrottleCount, policy: ThrottlePolicy, now: Date): number {
  const exceeding = Math.floor(attempts) - policy.freeAttempts;
  if (exceeding < 0) return 0;
  const wait = Math.min(2 ** exceeding, policy.longestWaitSeconds);
  return Math.max(0, Math.ceil(wait - secondsBetween(lastAt, now)));
}

export function charge({ attempts, lastAt }: ThrottleCount, policy: ThrottlePolicy, now: Date): ThrottleCount {
  const left = Math.max(0, attempts - secondsBetween(lastAt, now) / policy.forgivenAfterSeconds);
  return { attempts: Math.min(left + 1, policy.freeAttempts + MOST_EXCEEDING), lastAt: now };
}

const LONGEST_MEMORY_SECONDS = Math.max(
  ...Object.values(throttlePolicies).map(
    (policy) => (policy.freeAttempts + MOST_EXCEEDING) * policy.forgivenAfterSeconds,
  ),
);

/** Counts from before this are forgiven altogether. */
export const forgivenBefore = (now: Date): Date => new Date(now.getTime() - LONGEST_MEMORY_SECONDS * 1_000);
