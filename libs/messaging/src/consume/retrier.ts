import type { DataSource } from 'typeorm';
import type { BusLogger } from '../bus-logger.ts';
import { pause } from '../pause.ts';
import { classify } from './classify.ts';
import { resolveDeadLetter, type DeadLetterRow } from './dead-letter-rows.ts';
import type { Group } from './group.ts';
import { describe, reasonFor } from './pipeline.ts';

const POLL_MS = 1_000;

export interface RetrierOptions {
  dataSource: DataSource;
  groups: readonly Group[];
  committed(): void;
  logger: BusLogger;
}

/** Tries dead letters again for which that was asked, and then what was parked behind them, in order. */
export class Retrier {
  private readonly stopping = new AbortController();
  private readonly groups: Map<string, Group>;
  private running: Promise<void> | undefined;

  constructor(private readonly options: RetrierOptions) {
    this.groups = new Map(options.groups.map((group) => [group.name, group]));
  }

  start(): void {
    if (this.groups.size > 0) this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let asked = false; !this.stopping.signal.aborted;) {
      try {
        asked ||= await this.askForFutures();
        while (!this.stopping.signal.aborted && (await this.retryNext()));
      } catch (error) {
        this.options.logger.warn({ err: error }, 'dead letters could not be tried again');
      }
      await pause(POLL_MS, this.stopping.signal);
    }
  }

  /** This start may be the one of the version that knows them. */
  private async askForFutures(): Promise<true> {
    await this.options.dataSource.query(
      `update dead_letter set retry_requested_at = now() where reason = 'future' and group_name = any($1)`,
      [[...this.groups.keys()]],
    );
    return true;
  }

  /** False when nothing is left to try. */
  private async retryNext(): Promise<boolean> {
    const [next] = await this.options.dataSource.query<{ id: string }[]>(
      `select id from dead_letter where retry_requested_at is not null and group_name = any($1) order by id limit 1`,
      [[...this.groups.keys()]],
    );
    if (next === undefined) return false;
    try {
      await this.retry(next.id);
      this.options.committed();
    } catch (error) {
      if (reasonFor(error) === 'transient') throw error;
      await this.options.dataSource.query(
        `update dead_letter set retry_requested_at = null, attempts = attempts + 1, error = $2 where id = $1`,
        [next.id, describe(error)],
      );
      this.options.logger.error({ err: error, deadLetterId: next.id }, 'a dead letter failed again');
    }
    return true;
  }

  private async retry(id: string): Promise<void> {
    await this.options.dataSource.transaction(async (tx) => {
      const [row] = await tx.query<DeadLetterRow[]>(
        'select * from dead_letter where id = $1 and retry_requested_at is not null for update',
        [id],
      );
      // Another replica was faster.
      if (row === undefined) return;
      const classified = classify(
        { ...row, offset: row.log_offset, key: row.record_key },
        this.groups.get(row.group_name)!,
      );
      if (classified.is === 'event') await classified.handle(classified.event, { tx });
      else if (classified.is === 'malformed' || classified.is === 'future') throw new Error(classified.error);
      await resolveDeadLetter(tx, row);
    });
  }
}
