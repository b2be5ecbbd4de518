import { VerificationKeyState, RESERVED_WORKSPACE, type DataOf } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

export interface TokenOptions {
  /** The member's `seq` that the token claims; 1 unless told. */
  seq?: number;
  expiresInSeconds?: number;
  issuedAt?: Date;
  /** Overrides of claims and header, to forge with. */
  claims?: JWTPayload;
  header?: Record<string, unknown>;
}

export interface TestSigner {
  /** The state of the public key, as identity-roles would announce it. */
  key: DataOf<typeof VerificationKeyState>;
  privateKey: CryptoKey;
  tokenFor(member: { id: string; workspaceId: string; seq?: number }, options?: TokenOptions): Promise<string>;
}

/** Signs access tokens as identity-roles does, with a key of its own. */
export async function testSigner(): Promise<TestSigner> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const kid = newId();
  const createdAt = new Date().toISOString();
  const key = VerificationKeyState.data.parse({
    id: kid,
    workspaceId: RESERVED_WORKSPACE,
    seq: 1,
    deleted: false,
    kid,
    jwk: { kty, crv, x, y, alg: 'ES256', use: 'sig' },
    createdAt,
  });
  return {
    key,
    privateKey,
    tokenFor(member, options = {}) {
      const issuedAt = Math.floor((options.issuedAt ?? new Date()).getTime() / 1000);
      const claims = { ws: member.workspaceId, mseq: options.seq ?? member.seq ?? 1 };
      return new SignJWT({ ...claims, ...options.claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...options.header })
        .setIssuer(options.claims?.iss ?? 'imprimatur')
        .setAudience(options.claims?.aud ?? 'imprimatur')
        .setSubject(options.claims?.sub ?? member.id)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + (options.expiresInSeconds ?? 600))
        .sign(privateKey);
    },
  };
}
