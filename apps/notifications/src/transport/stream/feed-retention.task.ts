import { Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForgetOldFeed } from '../../use-cases/forget-old-feed.ts';

const QUARTER_HOUR_MS = 900_000;

/** One small transaction a round; the next follows at once while there is more. */
@Injectable()
export class FeedRetention extends Repeating {
  constructor(dataSource: DataSource, forget: ForgetOldFeed, logger: Logger) {
    const round = async (): Promise<void> => {
      if (await dataSource.transaction((tx) => forget.execute(tx))) this.nudge();
    };
    super('forget the old feed', QUARTER_HOUR_MS, round, logger);
  }
}
