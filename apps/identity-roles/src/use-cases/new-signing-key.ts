import { ACCESS_TOKEN } from '@imprimatur/access';
import { newId } from '@imprimatur/kernel';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { PublicJwk, SigningKey } from '../domain/signing-key.ts';
import { sealPrivateKey } from './key-sealing.ts';

/** A pair that nobody has seen; the private half is sealed with the secret. */
export async function newSigningKey(secret: Buffer, createdAt: Date): Promise<SigningKey> {
  const pair = await generateKeyPair(ACCESS_TOKEN.algorithm, { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    id: newId(),
    kid,
    publicJwk: { ...(jwk as PublicJwk), alg: ACCESS_TOKEN.algorithm, use: 'sig' },
    sealedPrivateKey: sealPrivateKey(secret, kid, await exportJWK(pair.privateKey)),
    createdAt,
    deleted: false,
    seq: 1,
  };
}
