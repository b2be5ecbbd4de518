import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonicalJson, type Json } from '@imprimatur/kernel';
import type { Sealed } from '@imprimatur/contracts';
import { ConnectorError } from './connector-error.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What sealed credentials belong to. They open for exactly this, so that no ciphertext can be put in another's place. */
export interface SealedFor {
  workspaceId: string;
  connectionId: string;
  /** The version of the connection, raised whenever its credentials change. */
  version: number;
}

export interface SealingKeys {
  /** 32 bytes each, by key id. */
  keys: Record<string, Buffer>;
  /** What new credentials are sealed with; the other keys only open. */
  currentKeyId: string;
}

const boundTo = ({ workspaceId, connectionId, version }: SealedFor): Buffer =>
  Buffer.from(canonicalJson([workspaceId, connectionId, version]));

/** Seals credentials with AES-256-GCM, bound to workspace, connection and version (`architecture.md` §3). */
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

  /** Each call draws a nonce of its own: the same credentials never look the same twice. */
  seal(owner: SealedFor, credentials: Json): Sealed {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keys.get(this.#currentKeyId)!, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(owner));
    const ciphertext = Buffer.concat([cipher.update(JSON.stringify(credentials), 'utf8'), cipher.final()]);
    return {
      keyId: this.#currentKeyId,
      nonce: nonce.toString('base64'),
      ciphertext: ciphertext.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
  }

  /** Throws `credentials.unreadable` for anything altered, sealed for another owner or with a key that is not there. */
  open(owner: SealedFor, sealed: Sealed): Json {
    const key = this.#keys.get(sealed.keyId);
    if (key === undefined) throw unreadable(`They were sealed with the key ${sealed.keyId}, which is not configured.`);
    try {
      const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: TAG_BYTES });
      decipher.setAAD(boundTo(owner));
      decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
      const text = Buffer.concat([decipher.update(sealed.ciphertext, 'base64'), decipher.final()]).toString('utf8');
      return JSON.parse(text) as Json;
    } catch (cause) {
      throw unreadable('They were altered, or sealed for another connection or version.', cause);
    }
  }
}

const unreadable = (why: string, cause?: unknown): ConnectorError =>
  new ConnectorError('credentials.unreadable', `The credentials of this connection cannot be opened. ${why}`, {
    cause,
  });

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
