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
