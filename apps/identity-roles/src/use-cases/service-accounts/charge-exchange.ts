import { contentHash } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SignInThrottleRepository } from '../../persistence/sign-in-throttle.repository.ts';
import { Throttle } from '../throttle.ts';
import { tooManyAttempts } from '../too-many-attempts.ts';

const keyOf = (address: string): string => `exchange-by:${contentHash(address)}`;

/** Counts exchanges by client, in a transaction of its own; the ones that went well are taken back. */
@Injectable()
export class ChargeExchange {
  constructor(
    private readonly throttle: Throttle,
    private readonly counts: SignInThrottleRepository,
  ) {}

  /** Throws `session.too-many-attempts`. */
  async execute(tx: EntityManager, address: string): Promise<void> {
    const retryAfter = await this.throttle.charge(tx, { exchangeByAddress: keyOf(address) });
    if (retryAfter > 0) throw tooManyAttempts(retryAfter);
  }

  async refund(tx: EntityManager, address: string): Promise<void> {
    await this.counts.refund(tx, keyOf(address));
  }
}
