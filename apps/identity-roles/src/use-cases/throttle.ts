import { Clock } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charge, throttlePolicies, type ThrottleScope, waitSeconds } from '../domain/throttle.ts';
import { SignInThrottleRepository } from '../persistence/sign-in-throttle.repository.ts';

/** Counts attempts of every kind, each under one or several keys. */
@Injectable()
export class Throttle {
  constructor(
    private readonly counts: SignInThrottleRepository,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt under each key, and returns 0; or, where one of them has to wait, counts none and returns the seconds. */
  async charge(tx: EntityManager, keys: Partial<Record<ThrottleScope, string>>): Promise<number> {
    const scopes = Object.keys(keys) as ThrottleScope[];
    const counts = await this.counts.lock(tx, Object.values(keys));
    const now = this.clock.now();
    const charged = scopes.map((scope) => ({
      key: keys[scope]!,
      policy: throttlePolicies[scope],
      count: counts.get(keys[scope]!) ?? { attempts: 0, lastAt: now },
    }));
    const wait = Math.max(...charged.map(({ count, policy }) => waitSeconds(count, policy, now)));
    if (wait > 0) return wait;
    for (const { key, count, policy } of charged) await this.counts.save(tx, key, charge(count, policy, now));
    return 0;
  }
}
