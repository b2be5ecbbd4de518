/**
 * A sign-in of one member, kept alive by refresh tokens of which each is good for one rotation: the "family" of RFC 9700 §4.14.
 * Whoever presents a token that was rotated before is, or was robbed by, somebody who copied it, so the whole session ends.
 */
export interface Session {
  id: string;
  workspaceId: string;
  memberId: string;
  startedAt: Date;
  revokedAt: Date | null;
}

export interface RefreshToken {
  rotatedAt: Date | null;
  expiresAt: Date;
}

const DAY_MS = 86_400_000;
const IDLE_MS = 14 * DAY_MS;
const LONGEST_SESSION_MS = 90 * DAY_MS;

/**
 * Two tabs of one browser may send the same cookie at once. For this long the later one still gets an access token, and nothing else:
 * the cookie jar they share already holds the successor, and a thief who is as quick starts no chain of their own.
 */
const RACE_GRACE_MS = 5_000;

export type RefreshVerdict = 'rotate' | 'access-only' | 'reused' | 'ended';

/** `fromBrowser`: the token came in a cookie. Clients that hold tokens themselves share no jar, so they get no grace. */
export function judgeRefresh(session: Session, token: RefreshToken, now: Date, fromBrowser: boolean): RefreshVerdict {
  if (session.revokedAt !== null || token.expiresAt <= now) return 'ended';
  if (token.rotatedAt === null) return 'rotate';
  return fromBrowser && now.getTime() - token.rotatedAt.getTime() <= RACE_GRACE_MS ? 'access-only' : 'reused';
}

/** A session ends when it was not used for two weeks, and after three months whatever happens. */
export const refreshExpiry = (startedAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + IDLE_MS, startedAt.getTime() + LONGEST_SESSION_MS));
