import { newsReasons } from './announcement.ts';

/**
 * The life of one mail. `pending` waits for `next_attempt_at`; `sending` was claimed and may or may not have reached the mail server;
 * the other three are final. A mail found in `sending` after its lease is sent again with the same Message-ID.
 */
export const mailStates = ['pending', 'sending', 'sent', 'failed', 'skipped'] as const;
export type MailState = (typeof mailStates)[number];

/** Why somebody gets a mail: their part in the news, or that it is about their own account. */
export const reasons = [...newsReasons, 'account'] as const;
export type Reason = (typeof reasons)[number];

/** A mail that is ours to send until its lease ends. `attempts` counts this attempt, and tells it from later ones. */
export interface ClaimedMail {
  workspaceId: string;
  id: string;
  eventId: string;
  memberId: string;
  reason: Reason;
  messageId: string;
  attempts: number;
  lastError: string | null;
}

/** How an attempt ended. What is undefined stays as it is. */
export interface AttemptResult {
  state: Exclude<MailState, 'sending'>;
  address?: string | undefined;
  subject?: string | undefined;
  lastError: string | null;
  /** Why it is tried again, if it is. */
  postponed?: Postponement['kind'];
  delayMs?: number;
}

/** Why an attempt failed, and whether another one may do better. */
export type Failure = Postponement | { kind: 'refused'; message: string };

/** `unreachable`: the server cannot be used at the moment, by any mail. `deferred`: it asked to come back later with this one. */
export interface Postponement {
  kind: 'unreachable' | 'deferred';
  message: string;
}

const FIRST_DELAY_MS = 1_000;
// An outage ends for all mails at once, so they come back soon; a server that defers one mail wants to be left alone for longer.
const LONGEST_DELAY_MS = { unreachable: 30_000, deferred: 900_000 };

/** How long to wait after so many attempts: doubling from one second. `spread` in 0…1 keeps mails from coming back all at once. */
export function retryDelayMs(kind: Postponement['kind'], attempts: number, spread: number): number {
  const delay = Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts - 1, 30), LONGEST_DELAY_MS[kind]);
  return Math.round(delay * (0.75 + 0.25 * spread));
}
