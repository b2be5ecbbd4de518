import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OldMailsRepository } from '../persistence/old-mails.repository.ts';

/** As long as the inbox recognises an event that comes again. */
const KEPT_DAYS = 35;
const BATCH = 1_000;

/** Deletes mails that are done with and old enough, some at a time, and what was announced by no mail that is left. */
@Injectable()
export class ForgetOldMails {
  constructor(private readonly oldMails: OldMailsRepository) {}

  /** Returns whether there may be more to delete at once. */
  async execute(tx: EntityManager): Promise<boolean> {
    const mails = await this.oldMails.deleteMails(tx, KEPT_DAYS, BATCH);
    const announcements = await this.oldMails.deleteAnnouncements(tx, KEPT_DAYS, BATCH);
    return mails === BATCH || announcements === BATCH;
  }
}
