import type { DataSource } from 'typeorm';
import { Repeating } from './background-task.ts';
import type { Logger } from './logger.ts';

const HOUR_MS = 3_600_000;

/** A key is remembered for a day; a repeat after that is a new command. */
export class IdempotencyRetention extends Repeating {
  constructor(dataSource: DataSource, logger: Logger) {
    const forget = () => dataSource.query(`delete from idempotency_key where created_at < now() - interval '1 day'`);
    super('forget old idempotency keys', HOUR_MS, forget, logger);
  }
}
