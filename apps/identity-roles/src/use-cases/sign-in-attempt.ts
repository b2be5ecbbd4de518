import { contentHash } from '@imprimatur/kernel';
import type { ThrottleScope } from '../domain/throttle.ts';

/** Who tries to sign in, as far as that is known before the password is looked at. */
export interface SignInAttempt {
  email: string;
  /** The network address of the client. */
  address: string;
}

/** Hashed, because what is typed here may be anybody's mail address. */
export const throttleKeys = ({
  email,
  address,
}: SignInAttempt): Record<Extract<ThrottleScope, 'pair' | 'account' | 'address'>, string> => ({
  pair: `pair:${contentHash([email, address])}`,
  account: `account:${contentHash(email)}`,
  address: `address:${contentHash(address)}`,
});
