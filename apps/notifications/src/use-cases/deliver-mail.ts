import { Clock } from '@imprimatur/kernel';
import { isTransient } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import {
  retryDelayMs,
  type AttemptResult,
  type ClaimedMail,
  type Failure,
  type Postponement,
} from '../domain/delivery.ts';
import { lateCode, type LateCode } from '../domain/announced.ts';
import { AnnouncementsRepository } from '../persistence/announcements.repository.ts';
import { MailsRepository } from '../persistence/mails.repository.ts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { PrepareMail } from './prepare-mail.ts';

// Shorter than the lease, after which somebody else tries.
const RECORD_WITHIN_MS = 25_000;
const RECORD_AGAIN_MS = 200;

/** Hands a mail to the mail server. Null when it was taken. */
export type Post = (mail: OutgoingMail) => Promise<Failure | null>;

/** One attempt to send one claimed mail, with its end on record. */
@Injectable()
export class DeliverMail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly announcements: AnnouncementsRepository,
    private readonly mails: MailsRepository,
    private readonly prepareMail: PrepareMail,
    private readonly clock: Clock,
  ) {}

  async execute(claimed: ClaimedMail, post: Post): Promise<AttemptResult> {
    const result = await this.attempt(claimed, post);
    await this.record(claimed, result);
    return result;
  }

  /** What the mail server has said must not be forgotten because the database is away for a moment: the mail would go out again. */
  private async record(claimed: ClaimedMail, result: AttemptResult): Promise<void> {
    for (const deadline = performance.now() + RECORD_WITHIN_MS; ;) {
      try {
        return await this.mails.finish(this.dataSource.manager, claimed, result);
      } catch (error) {
        if (!isTransient(error) || performance.now() > deadline) throw error;
        await setTimeout(RECORD_AGAIN_MS);
      }
    }
  }

  private async attempt(claimed: ClaimedMail, post: Post): Promise<AttemptResult> {
    try {
      const { workspaceId, eventId } = claimed;
      const announced = await this.announcements.get(this.dataSource.manager, workspaceId, eventId);
      const late = lateCode(announced, this.clock.now());
      if (late !== null) return givenUp(claimed, late);
      const prepared = await this.prepareMail.execute(claimed, announced);
      if (prepared.kind === 'skip') return { state: 'skipped', lastError: prepared.code };
      if (prepared.kind === 'wait') return later(claimed, { kind: 'unreachable', message: prepared.code });
      const { to, letter } = prepared.mail;
      return { address: to.address, subject: letter.subject, ...afterPost(claimed, await post(prepared.mail)) };
    } catch (error) {
      if (isTransient(error)) return later(claimed, { kind: 'unreachable', message: 'the database was away' });
      // A mail that cannot be written must not hold up the others; it is on record, and tried again in case a release heals it.
      return later(claimed, { kind: 'deferred', message: `could not be written: ${String(error)}` });
    }
  }
}

function afterPost(claimed: ClaimedMail, failure: Failure | null): AttemptResult {
  if (failure === null) return { state: 'sent', lastError: null };
  return failure.kind === 'refused' ? { state: 'failed', lastError: failure.message } : later(claimed, failure);
}

const later = ({ attempts }: ClaimedMail, { kind, message }: Postponement): AttemptResult => ({
  state: 'pending',
  lastError: message,
  postponed: kind,
  delayMs: retryDelayMs(kind, attempts, Math.random()),
});

const GIVEN_UP: Record<LateCode, string> = {
  'event.too-old': 'given up after 24 hours',
  'link.expired': 'given up when the link expired',
};

const givenUp = ({ lastError }: ClaimedMail, late: LateCode): AttemptResult =>
  lastError === null
    ? { state: 'skipped', lastError: late }
    : { state: 'failed', lastError: `${GIVEN_UP[late]}: ${lastError}` };
