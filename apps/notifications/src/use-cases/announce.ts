import { Clock, newId } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Announcement } from '../domain/announcement.ts';
import { tooOld } from '../domain/delivery.ts';
import { threadingOf } from '../domain/thread.ts';
import { AnnouncementsRepository } from '../persistence/announcements.repository.ts';
import { MailsRepository, type NewMail } from '../persistence/mails.repository.ts';

/** Set on the query runner of a transaction that made mails, so that the sender hears of its commit. */
export const MADE_MAILS = 'notifications.made-mails';

/** Keeps an announcement and one mail for each of its candidates. Nothing is judged and nothing is sent here. */
@Injectable()
export class Announce {
  constructor(
    private readonly announcements: AnnouncementsRepository,
    private readonly mails: MailsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, announcement: Announcement): Promise<void> {
    const { workspaceId, eventId, audience } = announcement;
    if (audience.length === 0) return;
    const late = tooOld(new Date(announcement.occurredAt), this.clock.now());
    await this.announcements.insert(tx, announcement);
    await this.mails.insert(
      tx,
      audience.map(({ memberId, reason }): NewMail => {
        const outcome = late
          ? ({ state: 'skipped', lastError: 'event.too-old' } as const)
          : ({ state: 'pending', lastError: null } as const);
        return {
          workspaceId,
          id: newId(),
          eventId,
          memberId,
          reason,
          messageId: threadingOf(announcement, memberId).own,
          ...outcome,
        };
      }),
    );
    if (tx.queryRunner !== undefined) tx.queryRunner.data[MADE_MAILS] = true;
  }
}
