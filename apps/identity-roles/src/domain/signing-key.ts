import type { DataOf, VerificationKeyState } from '@imprimatur/contracts';

export type PublicJwk = DataOf<typeof VerificationKeyState>['jwk'];

/** A key pair that access tokens are signed with; the private half is kept sealed. A deleted one verifies nothing any more. */
export interface SigningKey {
  id: string;
  kid: string;
  publicJwk: PublicJwk;
  sealedPrivateKey: Buffer;
  createdAt: Date;
  deleted: boolean;
  seq: number;
}

type Aged = Pick<SigningKey, 'id' | 'createdAt'>;

/** A new key signs nothing at first: every service is to have heard of it when the first token arrives that it signed. */
const SIGNS_AFTER_MS = 30_000;
/** How long a key still verifies once another signs: far longer than any token lives. */
const VERIFIES_FOR_MS = 3_600_000;

const newestFirst = (one: Aged, other: Aged): number =>
  other.createdAt.getTime() - one.createdAt.getTime() || other.id.localeCompare(one.id);

const signsSince = ({ createdAt }: Aged): number => createdAt.getTime() + SIGNS_AFTER_MS;

/** The key that new tokens are signed with: the newest that may sign, or else the oldest there is. Null when there is none. */
export function currentKey<Key extends Aged>(keys: readonly Key[], now: Date): Key | null {
  const sorted = keys.toSorted(newestFirst);
  return sorted.find((key) => signsSince(key) <= now.getTime()) ?? sorted.at(-1) ?? null;
}

/** The keys that no token that still lives was signed with. */
export function outlivedKeys<Key extends Aged>(keys: readonly Key[], now: Date): Key[] {
  const sorted = keys.toSorted(newestFirst);
  return sorted.filter((_, at) => at > 0 && signsSince(sorted[at - 1]!) + VERIFIES_FOR_MS <= now.getTime());
}

/** Verifies nothing any more, and its private half is gone. */
export const retireKey = (key: SigningKey): SigningKey => ({
  ...key,
  sealedPrivateKey: Buffer.alloc(0),
  deleted: true,
  seq: key.seq + 1,
});
