import { Clock, contentHash } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PasswordResetRequestsRepository } from '../../persistence/password-reset-requests.repository.ts';
import { Throttle } from '../throttle.ts';

export interface PasswordResetAttempt {
  email: string;
  /** The network address of the client. */
  address: string;
}

/**
 * Writes down that somebody wants a new password, and does not look for whom: neither the answer nor its time can tell whether there
 * is such an account. One attempt too many is answered like any other, and comes to nothing.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly requests: PasswordResetRequestsRepository,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, { email, address }: PasswordResetAttempt): Promise<void> {
    const wait = await this.throttle.charge(tx, {
      resetOfAccount: `reset-of:${contentHash(email)}`,
      resetByAddress: `reset-by:${contentHash(address)}`,
    });
    if (wait === 0) await this.requests.insert(tx, email, this.clock.now());
  }
}
