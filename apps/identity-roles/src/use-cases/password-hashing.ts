import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { decodePhc, encodePhc } from '../domain/phc-string.ts';

/** OWASP's first choice for argon2id. A hash carries its own, so these can be raised at any time. */
const parameters = { memoryKiB: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify((message: string, options: Omit<Argon2Parameters, 'message'>, done: Done) =>
  // Two keyboards may compose the same letter differently.
  argon2('argon2id', { ...options, message: message.normalize('NFKC') }, done),
);
type Done = (error: Error | null, hash: Buffer) => void;

export async function hashPassword(password: string): Promise<string> {
  const { memoryKiB: memory, passes, parallelism } = parameters;
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, { nonce: salt, memory, passes, parallelism, tagLength: HASH_BYTES });
  return encodePhc({ ...parameters, salt, hash });
}

/** Does the same work for an account that is unknown or has no password yet, so that the time of the answer tells nothing. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { memoryKiB: memory, passes, parallelism, salt, hash } = decodePhc(stored ?? (await nobodysHash()));
  const given = await derive(password, { nonce: salt, memory, passes, parallelism, tagLength: hash.length });
  return timingSafeEqual(given, hash) && stored !== null;
}

let nobody: Promise<string> | undefined;

const nobodysHash = (): Promise<string> => (nobody ??= hashPassword(randomBytes(32).toString('base64url')));
