import type { DataSource } from 'typeorm';
import type { RelayLease } from './relay-lease.ts';

/** An outbox row as the relay sends it; `data` is passed through as text. */
export interface OutboxRow {
  id: string;
  event_id: string;
  topic: string;
  type: string;
  workspace_id: string;
  subject: string;
  record_key: string;
  data: string;
  bytes: number;
  time: Date;
  actor: string | null;
  correlation_id: string;
  causation_id: string | null;
  traceparent: string | null;
}

/** What one scan may hold in memory. */
const SCAN_BYTES = 8 * 1024 * 1024;

/** Never a high-water mark: ids are drawn before commit, so a lower one may appear later. */
const SCAN = `
  select id, event_id, topic, type, workspace_id, subject, record_key, data::text as data, bytes, time,
         actor, correlation_id, causation_id, traceparent
  from outbox where id in (
    select id from (
      select id, sum(bytes) over (order by id) - bytes as before from (
        select id, bytes from outbox as each
        where published_at is null and set_aside_at is null and not exists (
          select from outbox as stuck where stuck.set_aside_at is not null
            and (stuck.topic, stuck.workspace_id, stuck.subject) = (each.topic, each.workspace_id, each.subject))
        order by id limit $1
      ) as unpublished
    ) as weighed where before < ${SCAN_BYTES}
  ) order by id`;

/** The outbox as the relay sees it. */
export class OutboxRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lease: RelayLease,
  ) {}

  /** The database's time, to be read before the scan that a beat speaks of. */
  async now(): Promise<Date> {
    const [row] = await this.dataSource.query<[{ at: Date }]>('select clock_timestamp() as at');
    return row.at;
  }

  scan(limit: number): Promise<OutboxRow[]> {
    return this.dataSource.query<OutboxRow[]>(SCAN, [limit]);
  }

  /** False when the lease is lost. */
  async markPublished(rows: readonly OutboxRow[]): Promise<boolean> {
    return this.guarded('set published_at = clock_timestamp() where id = any($1::bigint[])', [
      rows.map(({ id }) => id),
    ]);
  }

  /** Out of the way of the others; its subject's later rows stay behind it. */
  async setAside(row: OutboxRow, reason: string): Promise<boolean> {
    return this.guarded('set set_aside_at = clock_timestamp(), set_aside_reason = $2 where id = $1', [row.id, reason]);
  }

  /** Whose state is stuck behind a row that was set aside. */
  stuck(): Promise<{ topic: string; workspace_id: string }[]> {
    return this.dataSource.query('select distinct topic, workspace_id from outbox where set_aside_at is not null');
  }

  private async guarded(change: string, parameters: unknown[]): Promise<boolean> {
    const guard = this.lease.guard(parameters.length + 1);
    const [, affected] = await this.dataSource.query<[unknown[], number]>(`update outbox ${change} and ${guard.sql}`, [
      ...parameters,
      ...guard.parameters,
    ]);
    return affected > 0;
  }
}
