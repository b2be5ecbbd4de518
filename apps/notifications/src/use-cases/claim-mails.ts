import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ClaimedMail } from '../domain/delivery.ts';
import { MailsRepository } from '../persistence/mails.repository.ts';

/** Takes mails that are due, for as long as a lease. Committed when it returns, so before anything is sent. */
@Injectable()
export class ClaimMails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mails: MailsRepository,
  ) {}

  execute(most: number, leaseSeconds: number): Promise<ClaimedMail[]> {
    return this.mails.claim(this.dataSource.manager, most, leaseSeconds);
  }
}
