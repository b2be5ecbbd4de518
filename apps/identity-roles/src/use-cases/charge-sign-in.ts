import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SignInAttempt, throttleKeys } from './sign-in-attempt.ts';
import { Throttle } from './throttle.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/** Counts an attempt, in a transaction that is committed before the password is looked at. Throws `session.too-many-attempts`. */
@Injectable()
export class ChargeSignIn {
  constructor(private readonly throttle: Throttle) {}

  async execute(tx: EntityManager, attempt: SignInAttempt): Promise<void> {
    const retryAfter = await this.throttle.charge(tx, throttleKeys(attempt));
    if (retryAfter > 0) throw tooManyAttempts(retryAfter);
  }
}
