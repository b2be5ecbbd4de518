import { Clock } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { outlivedKeys, retireKey } from '../domain/signing-key.ts';
import { SigningKeysRepository } from '../persistence/signing-keys.repository.ts';
import { verificationKeyChanged } from './identity-events.ts';

/** Takes back the keys that others have replaced, once no token is left that they signed. */
@Injectable()
export class RetireSigningKeys {
  constructor(
    private readonly keys: SigningKeysRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause): Promise<void> {
    await this.keys.lockAll(tx);
    const retired = outlivedKeys(await this.keys.all(tx), this.clock.now()).map(retireKey);
    for (const key of retired) await this.keys.save(tx, key);
    await appendEvents(tx, cause, retired.map(verificationKeyChanged));
  }
}
