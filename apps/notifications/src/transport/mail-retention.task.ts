import { Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForgetOldMails } from '../use-cases/forget-old-mails.ts';

const HOUR_MS = 3_600_000;

/** One small transaction a round; the next follows at once while there is more. */
@Injectable()
export class MailRetention extends Repeating {
  constructor(dataSource: DataSource, forget: ForgetOldMails, logger: Logger) {
    const round = async (): Promise<void> => {
      if (await dataSource.transaction((tx) => forget.execute(tx))) this.nudge();
    };
    super('forget old mails', HOUR_MS, round, logger);
  }
}
