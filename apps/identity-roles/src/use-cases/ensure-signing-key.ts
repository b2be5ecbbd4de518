import { ACCESS_TOKEN } from '@imprimatur/access';
import { Clock, newId } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { EntityManager } from 'typeorm';
import type { PublicJwk, SigningKey } from '../domain/signing-key.ts';
import { SigningKeysRepository } from '../persistence/signing-keys.repository.ts';
import { verificationKeyChanged } from './identity-events.ts';
import { openPrivateKey, sealPrivateKey } from './key-sealing.ts';
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
    await this.keys.lockCreation(tx);
    const current = await this.keys.current(tx);
    if (current !== null) {
      openPrivateKey(this.secret.bytes, current.kid, current.sealedPrivateKey);
      return;
    }
    const key = await this.newKey();
    await this.keys.insert(tx, key);
    await appendEvents(tx, cause, [verificationKeyChanged(key)]);
  }

  private async newKey(): Promise<SigningKey> {
    const pair = await generateKeyPair(ACCESS_TOKEN.algorithm, { extractable: true });
    const jwk = await exportJWK(pair.publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    return {
      id: newId(),
      kid,
      publicJwk: { ...(jwk as PublicJwk), alg: ACCESS_TOKEN.algorithm, use: 'sig' },
      sealedPrivateKey: sealPrivateKey(this.secret.bytes, kid, await exportJWK(pair.privateKey)),
      createdAt: this.clock.now(),
      deleted: false,
      seq: 1,
    };
  }
}
