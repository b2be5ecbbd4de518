import { Clock } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { currentKey } from '../domain/signing-key.ts';
import { SigningKeysRepository } from '../persistence/signing-keys.repository.ts';
import { verificationKeyChanged } from './identity-events.ts';
import { openPrivateKey } from './key-sealing.ts';
import { newSigningKey } from './new-signing-key.ts';
import { SigningKeySecret } from './signing-key-secret.ts';

/** Makes the first key, and otherwise proves that the present one can be opened: better at start than at somebody's sign-in. */
@Injectable()
export class EnsureSigningKey {
  constructor(
    private readonly keys: SigningKeysRepository,
    private readonly secret: SigningKeySecret,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause): Promise<void> {
    await this.keys.lockAll(tx);
    const now = this.clock.now();
    const current = currentKey(await this.keys.all(tx), now);
    if (current !== null) {
      openPrivateKey(this.secret.bytes, current.kid, current.sealedPrivateKey);
      return;
    }
    const key = await newSigningKey(this.secret.bytes, now);
    await this.keys.insert(tx, key);
    await appendEvents(tx, cause, [verificationKeyChanged(key)]);
  }
}
