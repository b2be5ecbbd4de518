import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonicalJson, type Json } from '@imprimatur/kernel';
import type { Sealed } from '@imprimatur/contracts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealingKeys {
  /** 32 bytes each, by key id. */
  keys: Record<string, Buffer>;
  /** What is sealed from now on is sealed with this one; the others only open. */
  currentKeyId: string;
}

const boundTo = (owner: Json): Buffer => Buffer.from(canonicalJson(owner));

/** What is sealed cannot be opened. The message says why and holds nothing of it. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/**
 * Seals secrets with AES-256-GCM (`architecture.md` §3). Each is bound to its owner, whatever names it: it opens for exactly that,
 * so that no ciphertext can be put in another's place.
 */
export class Sealer {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #currentKeyId: string;

  constructor(keys: Record<string, Buffer>, currentKeyId: string) {
    this.#keys = new Map(Object.entries(keys));
    this.#currentKeyId = currentKeyId;
    if (!this.#keys.has(currentKeyId)) throw new TypeError('the current sealing key is not among the keys');
    if ([...this.#keys.values()].some((key) => key.length !== KEY_BYTES))
      throw new TypeError('a sealing key has 32 bytes');
  }

  /** Each call draws a nonce of its own: the same secret never looks the same twice. */
  seal(owner: Json, secret: Json): Sealed {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keys.get(this.#currentKeyId)!, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(owner));
    const ciphertext = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
    return {
      keyId: this.#currentKeyId,
      nonce: nonce.toString('base64'),
      ciphertext: ciphertext.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
  }

  /** Throws a SealError for anything altered, sealed for another owner or with a key that is not there. */
  open(owner: Json, sealed: Sealed): Json {
    const key = this.#keys.get(sealed.keyId);
    if (key === undefined) throw new SealError(`sealed with the key ${sealed.keyId}, which is not configured`);
    try {
      const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: TAG_BYTES });
      decipher.setAAD(boundTo(owner));
      decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
      const text = Buffer.concat([decipher.update(sealed.ciphertext, 'base64'), decipher.final()]).toString('utf8');
      return JSON.parse(text) as Json;
    } catch (cause) {
      throw new SealError('altered, or sealed for another owner', { cause });
    }
  }
}

/**
 * Reads `keyId:base64,keyId:base64`, the first being the current key. Throws a TypeError that names what is wrong and never a value.
 */
export function parseSealingKeys(text: string): SealingKeys {
  const entries = text.split(',').map((entry): [string, Buffer] => {
    const [id, encoded, ...rest] = entry.trim().split(':');
    if (!id || !encoded || rest.length > 0) throw new TypeError('must be keyId:base64, separated by commas');
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== KEY_BYTES) throw new TypeError(`the key ${id} must be 32 bytes in base64`);
    return [id, key];
  });
  const keys = Object.fromEntries(entries);
  if (Object.keys(keys).length !== entries.length) throw new TypeError('must not name a key twice');
  return { keys, currentKeyId: entries[0]![0] };
}
