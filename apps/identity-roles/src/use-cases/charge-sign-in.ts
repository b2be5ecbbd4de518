import { Clock, DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charge, throttlePolicies, type ThrottleScope, waitSeconds } from '../domain/sign-in-throttle.ts';
import { SignInThrottleRepository } from '../persistence/sign-in-throttle.repository.ts';
import { type SignInAttempt, throttleKeys } from './sign-in-attempt.ts';

/** Counts an attempt, in a transaction that is committed before the password is looked at. Throws `session.too-many-attempts`. */
@Injectable()
export class ChargeSignIn {
  constructor(
    private readonly throttle: SignInThrottleRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, attempt: SignInAttempt): Promise<void> {
    const keys = throttleKeys(attempt);
    const counts = await this.throttle.lock(tx, Object.values(keys));
    const now = this.clock.now();
    const charged = (Object.keys(keys) as ThrottleScope[]).map((scope) => ({
      key: keys[scope],
      policy: throttlePolicies[scope],
      count: counts.get(keys[scope]) ?? { attempts: 0, lastAt: now },
    }));
    const retryAfter = Math.max(...charged.map(({ count, policy }) => waitSeconds(count, policy, now)));
    if (retryAfter > 0) {
      const detail = `Too many attempts to sign in. Try again in ${retryAfter} s.`;
      throw new DomainError('too-many', 'session.too-many-attempts', detail, { retryAfter });
    }
    for (const { key, count, policy } of charged) await this.throttle.save(tx, key, charge(count, policy, now));
  }
}
