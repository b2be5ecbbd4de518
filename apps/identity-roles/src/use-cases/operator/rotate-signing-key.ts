import { type Clock, systemClock } from '@imprimatur/kernel';
import { appendEvents, systemCause } from '@imprimatur/messaging';
import type { DataSource } from 'typeorm';
import { currentKey } from '../../domain/signing-key.ts';
import { SigningKeysRepository } from '../../persistence/signing-keys.repository.ts';
import { verificationKeyChanged } from '../identity-events.ts';
import { openPrivateKey } from '../key-sealing.ts';
import { newSigningKey } from '../new-signing-key.ts';

/**
 * Makes the key that tokens are signed with from a moment on; the tokens there are go on until they end. Throws when the secret is not
 * the one that the running service opens its keys with: it could not use the new one. Returns the new key's id.
 */
export function rotateSigningKey(dataSource: DataSource, secret: Buffer, clock: Clock = systemClock): Promise<string> {
  const keys = new SigningKeysRepository();
  return dataSource.transaction(async (tx) => {
    await keys.lockAll(tx);
    const current = currentKey(await keys.all(tx), clock.now());
    if (current !== null) openPrivateKey(secret, current.kid, current.sealedPrivateKey);
    const key = await newSigningKey(secret, clock.now());
    await keys.insert(tx, key);
    await appendEvents(tx, systemCause(), [verificationKeyChanged(key)]);
    return key.kid;
  });
}
