import { Clock } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { forgivenBefore } from '../domain/throttle.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { SessionsRepository } from '../persistence/sessions.repository.ts';
import { SignInThrottleRepository } from '../persistence/sign-in-throttle.repository.ts';

/** Deletes what no longer decides anything: sessions and links that are over, attempts that are forgiven. */
@Injectable()
export class ForgetEndedSessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly links: OneTimeLinksRepository,
    private readonly throttle: SignInThrottleRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    await this.sessions.deleteEnded(tx, now);
    await this.links.deleteExpired(tx, now);
    await this.throttle.deleteForgiven(tx, forgivenBefore(now));
  }
}
