import { DomainError } from '@imprimatur/kernel';

/**
 * What a service account signs in with: exchanged for access tokens, as often as need be. Known by its hash; the secret is shown once,
 * to whoever made it.
 */
export interface ServiceToken {
  id: string;
  workspaceId: string;
  memberId: string;
  name: string;
  hash: Buffer;
  createdAt: Date;
  createdBy: string;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export type ServiceTokenState = 'live' | 'expired' | 'revoked';

export function tokenState(
  { expiresAt, revokedAt }: Pick<ServiceToken, 'expiresAt' | 'revokedAt'>,
  now: Date,
): ServiceTokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'live';
}

/** With a name of its own, so that those who look for secrets where none should be find it. */
export const SERVICE_SECRET_PREFIX = 'imprimatur_sa_';

/** Enough to replace each of several in turn; more are forgotten ones. */
export const MAX_TOKENS = 20;

/** `tokens` is how many the account has that were not revoked, counted under the workspace's lock. */
export function assertMayHaveToken(active: boolean, tokens: number, { createdAt, expiresAt }: ServiceToken): void {
  if (!active) {
    throw new DomainError('conflict', 'service-account.inactive', 'The service account is deactivated.');
  }
  if (tokens >= MAX_TOKENS) {
    const detail = `A service account has ${MAX_TOKENS} tokens at most. Revoke those that are not needed any more.`;
    throw new DomainError('conflict', 'service-token.too-many', detail);
  }
  if (expiresAt === null || expiresAt > createdAt) return;
  const message = 'A token cannot have expired before it is made.';
  throw new DomainError('invalid', 'input.invalid', message, {
    fields: [{ path: '/expiresAt', code: 'too_small', message }],
  });
}
