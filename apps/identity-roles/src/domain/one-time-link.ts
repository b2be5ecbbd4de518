/** Lets whoever holds it choose the password of one account, once. */
export interface OneTimeLink {
  accountId: string;
  expiresAt: Date;
  usedAt: Date | null;
}

const VALID_MS = 3 * 86_400_000;

export const linkExpiry = (now: Date): Date => new Date(now.getTime() + VALID_MS);

export const isUsable = (link: OneTimeLink, now: Date): boolean => link.usedAt === null && link.expiresAt > now;

/**
 * Members who may add members get a link for those they added, and for nobody else: not to take over an account that has a password,
 * nor one that opens another workspace.
 */
export const mayBeInvited = (hasPassword: boolean, memberships: number): boolean => !hasPassword && memberships === 1;

/** The secret stands in the fragment, which browsers send to no server: it stays out of logs and referrers. */
export const linkAddress = (publicUrl: string, secret: string): string => `${publicUrl}/set-password#token=${secret}`;
