import type { Clock } from '@imprimatur/kernel';
import { DomainError } from '@imprimatur/kernel';
import { errors, importJWK, jwtVerify, type CryptoKey, type JWK } from 'jose';
import { z } from 'zod';

/** What access tokens look like everywhere (RFC 9068 shape, RFC 8725 practice): one algorithm, and no rights inside. */
export const ACCESS_TOKEN = {
  issuer: 'imprimatur',
  audience: 'imprimatur',
  type: 'at+jwt',
  algorithm: 'ES256',
  lifetimeSeconds: 600,
} as const;

/** The cookie in which browsers hold their access token; not readable from script. */
export const ACCESS_COOKIE = 'imprimatur_access';

const Claims = z.object({ sub: z.uuid(), ws: z.uuid(), mseq: z.int().min(1), exp: z.int() });

export interface AccessToken {
  memberId: string;
  workspaceId: string;
  /** The member's `seq` when the token was made: rights older than that must not be used with it. */
  memberSeq: number;
  expiresAt: Date;
}

export type KeyLookup = (kid: string) => Promise<JWK | null>;

/** The key id is not known here (yet). */
export class UnknownKeyError extends Error {
  override readonly name = 'UnknownKeyError';
}

/** Verifies an access token. Throws `session.expired`, `session.invalid`, or {@link UnknownKeyError}. */
export async function verifyAccessToken(token: string, keyFor: KeyLookup, clock: Clock): Promise<AccessToken> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => importedKey(kid, keyFor), {
      algorithms: [ACCESS_TOKEN.algorithm],
      issuer: ACCESS_TOKEN.issuer,
      audience: ACCESS_TOKEN.audience,
      typ: ACCESS_TOKEN.type,
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: clock.now(),
    });
    const claims = Claims.parse(payload);
    const expiresAt = new Date(claims.exp * 1_000);
    return { memberId: claims.sub, workspaceId: claims.ws, memberSeq: claims.mseq, expiresAt };
  } catch (error) {
    throw refusalOf(error);
  }
}

async function importedKey(kid: string | undefined, keyFor: KeyLookup): Promise<CryptoKey> {
  if (kid === undefined) throw invalid('the token names no key');
  const jwk = await keyFor(kid);
  if (jwk === null) throw new UnknownKeyError(kid);
  return (await importJWK(jwk, ACCESS_TOKEN.algorithm)) as CryptoKey;
}

function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired)
    return new DomainError(
      'unauthenticated',
      'session.expired',
      'The session has expired. Refresh it or sign in again.',
    );
  if (error instanceof errors.JOSEError || error instanceof z.ZodError) return invalid('the token is not valid', error);
  return error;
}

function invalid(why: string, cause?: unknown): DomainError {
  return new DomainError('unauthenticated', 'session.invalid', `Sign in again: ${why}.`, { cause });
}
