import { VerificationKeyState } from '@imprimatur/contracts';
import { appendEvents, newEvent, systemCause } from '@imprimatur/messaging';
import type { ServiceApp } from '@imprimatur/service-kit';
import { testSigner, type TestSigner } from '@imprimatur/testing';

/** Signs for members who never signed in: hashing the passwords of hundreds of them would take longer than all else. */
export async function signerThatAllTrust(identity: ServiceApp): Promise<TestSigner> {
  const signer = await testSigner();
  const { key } = signer;
  await identity.bus.transactions.run(async (tx) => {
    // Older than the service's own, which stays the one that sign-ins are signed with.
    await tx.query(
      `insert into signing_key (id, kid, public_jwk, sealed_private_key, created_at, deleted, seq)
       values ($1, $2, $3, '', '2000-01-01', false, 1)`,
      [key.id, key.kid, JSON.stringify(key.jwk)],
    );
    await appendEvents(tx, systemCause(), [newEvent(VerificationKeyState, key.workspaceId, key.id, key)]);
  });
  return signer;
}
