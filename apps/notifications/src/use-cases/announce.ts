import { Clock, newId } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AccountNotice } from '../domain/account-notice.ts';
import { lateCode, type Announced } from '../domain/announced.ts';
import type { Announcement } from '../domain/announcement.ts';
import type { Reason } from '../domain/delivery.ts';
import { messageIdOf, ownMessageId } from '../domain/thread.ts';
import { AnnouncementsRepository } from '../persistence/announcements.repository.ts';
import { MailsRepository, type NewMail } from '../persistence/mails.repository.ts';

/** Set on the query runner of a transaction that made mails, so that the sender hears of its commit. */
export const MADE_MAILS = 'notifications.made-mails';

interface Addressed {
  memberId: string;
  reason: Reason;
  messageId: string;
}

/** Keeps an announcement and one mail for each of its candidates. Nothing is judged and nothing is sent here. */
@Injectable()
export class Announce {
  constructor(
    private readonly announcements: AnnouncementsRepository,
    private readonly mails: MailsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, announcement: Announcement): Promise<void> {
    const addressed = announcement.audience.map(({ memberId, reason }) => ({
      memberId,
      reason,
      messageId: messageIdOf(announcement, memberId),
    }));
    await this.keep(tx, announcement, addressed);
  }

  notice(tx: EntityManager, notice: AccountNotice): Promise<void> {
    const { newsId, member } = notice;
    const messageId = ownMessageId(newsId, member.id);
    return this.keep(tx, notice, [{ memberId: member.id, reason: 'account', messageId }]);
  }

  private async keep(tx: EntityManager, announced: Announced, addressed: Addressed[]): Promise<void> {
    if (addressed.length === 0) return;
    const { workspaceId, eventId } = announced;
    const now = this.clock.now();
    const late = lateCode(announced, now);
    const state = late === null ? 'pending' : 'skipped';
    await this.announcements.insert(tx, { ...announced, occurredAt: notAfter(now, announced.occurredAt) });
    await this.mails.insert(
      tx,
      addressed.map((each): NewMail => ({ workspaceId, id: newId(), eventId, ...each, state, lastError: late })),
    );
    if (tx.queryRunner !== undefined) tx.queryRunner.data[MADE_MAILS] = true;
  }
}

/** What claims to be of the future would be tried for as long: it ages from now on. */
const notAfter = (now: Date, moment: string): string => (new Date(moment) > now ? now.toISOString() : moment);
