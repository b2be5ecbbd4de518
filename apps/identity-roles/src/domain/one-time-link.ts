/**
 * What a link is for. `password`: made by an operator, who hands it over. `invitation`: mailed to somebody who has no password yet.
 * `reset`: mailed to whoever asked for a new one, so it should not lie around for long.
 */
export type LinkPurpose = 'password' | 'invitation' | 'reset';

/** Lets whoever holds it choose the password of one account, once. */
export interface OneTimeLink {
  accountId: string;
  purpose: LinkPurpose;
  expiresAt: Date;
  usedAt: Date | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const validMs: Record<LinkPurpose, number> = { password: 3 * DAY_MS, invitation: 7 * DAY_MS, reset: 2 * HOUR_MS };

export const linkExpiry = (purpose: LinkPurpose, now: Date): Date => new Date(now.getTime() + validMs[purpose]);

export const isUsable = (link: OneTimeLink, now: Date): boolean => link.usedAt === null && link.expiresAt > now;

/**
 * Members who may add members have a link sent to those they added, and to nobody else: not to take over an account that has a
 * password, nor one that opens another workspace.
 */
export const mayBeInvited = (hasPassword: boolean, memberships: number): boolean => !hasPassword && memberships === 1;

/** The secret stands in the fragment, which browsers send to no server: it stays out of logs and referrers. */
export const linkAddress = (publicUrl: string, secret: string): string => `${publicUrl}/set-password#token=${secret}`;
