import { Clock } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PasswordResetRequestsRepository } from '../../persistence/password-reset-requests.repository.ts';
import { passwordResetRequested } from '../identity-events.ts';
import { MailedLinks } from '../mailed-links.ts';
import { ResetReceivers } from './reset-receivers.ts';

/** In one transaction at most: their accounts stay locked until it ends. */
const AT_ONCE = 20;
/** Nobody waits for a mail they asked for longer ago than this. */
const FORGOTTEN_AFTER_MS = 3_600_000;

/** Has the mails sent that were asked for, to those who have an account with a password and are active in some workspace. */
@Injectable()
export class SendPasswordResets {
  constructor(
    private readonly requests: PasswordResetRequestsRepository,
    private readonly receivers: ResetReceivers,
    private readonly links: MailedLinks,
    private readonly clock: Clock,
  ) {}

  /** Returns how many requests it looked into. */
  async execute(tx: EntityManager, cause: Cause): Promise<number> {
    const taken = await this.requests.take(tx, AT_ONCE);
    const since = this.clock.now().getTime() - FORGOTTEN_AFTER_MS;
    const emails = taken.filter(({ requestedAt }) => requestedAt.getTime() > since).map(({ email }) => email);
    for (const email of [...new Set(emails)].sort()) await this.send(tx, cause, email);
    return taken.length;
  }

  private async send(tx: EntityManager, cause: Cause, email: string): Promise<void> {
    const receiver = await this.receivers.of(tx, email);
    if (receiver === null) return;
    const link = await this.links.replace(tx, receiver.accountId, 'reset');
    await appendEvents(tx, cause, [passwordResetRequested(receiver, link)]);
  }
}
