import { Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForgetEndedSessions } from '../use-cases/forget-ended-sessions.ts';

const HOUR_MS = 3_600_000;

@Injectable()
export class SessionRetention extends Repeating {
  constructor(dataSource: DataSource, forget: ForgetEndedSessions, logger: Logger) {
    super('forget ended sessions', HOUR_MS, () => dataSource.transaction((tx) => forget.execute(tx)), logger);
  }
}
