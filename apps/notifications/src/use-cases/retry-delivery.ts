import { PresentRights, type Caller } from '@imprimatur/access';
import { Clock, DomainError, forbidden, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lateCode } from '../domain/announced.ts';
import { AnnouncementsRepository } from '../persistence/announcements.repository.ts';
import { MailsRepository } from '../persistence/mails.repository.ts';
import { MADE_MAILS } from './announce.ts';

/** Has a mail that failed for good sent once more, say after a mailbox was put right. Its recipient is judged anew. */
@Injectable()
export class RetryDelivery {
  constructor(
    private readonly mails: MailsRepository,
    private readonly announcements: AnnouncementsRepository,
    private readonly presentRights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, caller: Caller, id: string): Promise<void> {
    const { workspaceId } = caller;
    const mail = await this.mails.lock(tx, workspaceId, id);
    const { role } = await this.presentRights.of(tx, caller);
    if (role?.workspace.members !== true) throw forbidden('This takes the right "members" in the workspace.');
    if (mail === null) throw notFound('delivery');
    if (mail.state !== 'failed')
      throw new DomainError(
        'conflict',
        'delivery.not-failed',
        `Only a mail that failed is sent again; this one is ${mail.state}.`,
        { details: { state: mail.state } },
      );
    if (lateCode(await this.announcements.get(tx, workspaceId, mail.eventId), this.clock.now()) !== null)
      throw new DomainError('conflict', 'delivery.too-old', 'It is too late to send this mail.');
    await this.mails.tryAgain(tx, workspaceId, id);
    if (tx.queryRunner !== undefined) tx.queryRunner.data[MADE_MAILS] = true;
  }
}
