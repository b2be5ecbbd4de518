import { Injectable } from '@nestjs/common';
import { isNotice, type Announced } from '../domain/announced.ts';
import type { ClaimedMail } from '../domain/delivery.ts';
import type { Prepared } from './outgoing-mail.ts';
import { PrepareAccountMail } from './prepare-account-mail.ts';
import { PrepareNewsMail } from './prepare-news-mail.ts';

/** Judges whether the recipient may be told right now, and writes the letter. */
@Injectable()
export class PrepareMail {
  constructor(
    private readonly news: PrepareNewsMail,
    private readonly account: PrepareAccountMail,
  ) {}

  execute(claimed: ClaimedMail, announced: Announced): Promise<Prepared> {
    return isNotice(announced) ? this.account.execute(claimed, announced) : this.news.execute(claimed, announced);
  }
}
