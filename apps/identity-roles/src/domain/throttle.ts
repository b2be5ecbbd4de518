/**
 * How attempts are slowed down. Each is counted before it is looked at, so that those sent at once do not slip through together. The
 * first ones cost nothing, then each further one doubles the wait; with time they are forgiven one by one.
 */
export interface ThrottlePolicy {
  freeAttempts: number;
  longestWaitSeconds: number;
  /** One attempt each. */
  forgivenAfterSeconds: number;
}

/**
 * Wrong passwords have three counts: one address guessing one account is slowed hard; an account guessed from many addresses, and an
 * address guessing many accounts, are slowed only so far that the people behind them can still sign in; a right one is refunded. Mails
 * with a link for a new password go out a few times an hour, so that nobody's mailbox is filled by others; so do invitations, to whatever
 * address a member types, and a workspace sends no more of them than teams that join need. Secrets of service accounts
 * cannot be guessed: what is slowed down is the work of looking.
 */
export const throttlePolicies = {
  pair: { freeAttempts: 10, longestWaitSeconds: 900, forgivenAfterSeconds: 360 },
  account: { freeAttempts: 50, longestWaitSeconds: 30, forgivenAfterSeconds: 60 },
  address: { freeAttempts: 200, longestWaitSeconds: 30, forgivenAfterSeconds: 15 },
  resetOfAccount: { freeAttempts: 3, longestWaitSeconds: 1_800, forgivenAfterSeconds: 480 },
  invitationOfAccount: { freeAttempts: 5, longestWaitSeconds: 1_800, forgivenAfterSeconds: 420 },
  invitationByWorkspace: { freeAttempts: 1_000, longestWaitSeconds: 60, forgivenAfterSeconds: 8 },
  resetByAddress: { freeAttempts: 30, longestWaitSeconds: 300, forgivenAfterSeconds: 60 },
  exchangeByAddress: { freeAttempts: 50, longestWaitSeconds: 30, forgivenAfterSeconds: 15 },
} satisfies Record<string, ThrottlePolicy>;

export type ThrottleScope = keyof typeof throttlePolicies;

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
