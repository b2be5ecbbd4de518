import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SignInThrottleRepository } from '../persistence/sign-in-throttle.repository.ts';
import { type SignInAttempt, throttleKeys } from './sign-in-attempt.ts';

/**
 * Takes back what an attempt with the right password was charged. Only the count of this person at this address starts anew:
 * somebody who knows one password must not wipe out what their guesses of others have cost.
 */
@Injectable()
export class RefundSignIn {
  constructor(private readonly throttle: SignInThrottleRepository) {}

  async execute(tx: EntityManager, attempt: SignInAttempt): Promise<void> {
    const { account, address, pair } = throttleKeys(attempt);
    await this.throttle.refund(tx, account);
    await this.throttle.refund(tx, address);
    await this.throttle.reset(tx, pair);
  }
}
