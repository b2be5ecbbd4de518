import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ConfigError } from '@imprimatur/service-kit';
import type { JWK } from 'jose';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, tag, ciphertext. Bound to the key's id, so that sealed keys cannot be swapped in the database. */
export function sealPrivateKey(secret: Buffer, kid: string, privateJwk: JWK): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(kid));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(privateJwk)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** Throws when the secret is not the one the key was sealed with, or the sealed key was touched. */
export function openPrivateKey(secret: Buffer, kid: string, sealed: Buffer): JWK {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(kid)).setAuthTag(tag);
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString()) as JWK;
  } catch {
    const message = `is not the one that signing key ${kid} was sealed with`;
    throw new ConfigError([{ variable: 'SIGNING_KEY_SECRET', message }]);
  }
}
