import type pg from 'pg';
import type { Json } from '@imprimatur/kernel';
import type { Row, WriteCounts } from '../row.ts';
import { disconnect } from './connect.ts';
import { failureOf, isBadRow } from './sql-state.ts';
import type { TargetTable } from './target-table.ts';
import { upsertStatement } from './upsert-statement.ts';

const KEPT_REJECTIONS = 100;
/** Of a text in a kept key: the row may have been refused because it is megabytes long. */
const MAX_KEPT_TEXT = 500;

type Tally = Pick<WriteCounts, 'added' | 'changed' | 'unchanged'>;

/**
 * Writes batches of rows into one table, on a connection that holds the lock of its sync until it is closed. Got from
 * `PostgresDestination.open`.
 */
export class UpsertSession {
  readonly #client: pg.Client;
  readonly #table: TargetTable;
  readonly #statement: pg.QueryConfig;
  readonly #failed: (error: unknown) => Error;

  constructor(client: pg.Client, table: TargetTable, failed: (error: unknown) => Error) {
    this.#client = client;
    this.#table = table;
    this.#statement = { name: 'upsert', text: upsertStatement(table) };
    this.#failed = failed;
  }

  /**
   * Upserts a batch; 1,000 to 5,000 rows are a good size. When several rows have the same key the last one wins, within a batch and
   * from one to the next. A row the destination refuses is counted with its reason and every other row is written: the batch goes as
   * one statement and is halved where that fails. A batch is not one transaction; writing it again converges. Throws a ConnectorError
   * for everything that is not the fault of a row.
   */
  async write(rows: readonly Row[]): Promise<WriteCounts> {
    const counts: WriteCounts = { added: 0, changed: 0, unchanged: 0, rejected: 0, rejections: [] };
    const complete = rows.filter((row) => {
      const missing = this.#table.columns.find(({ isKey, column }) => isKey && (row[column] ?? null) === null);
      if (missing !== undefined) this.#reject(counts, row, `The key ${missing.field} is empty.`);
      return missing === undefined;
    });
    if (complete.length > 0) await this.#writeOrHalve(complete, counts);
    return counts;
  }

  /** Gives the lock back. Never throws. */
  async close(): Promise<void> {
    await disconnect(this.#client);
  }

  // Every attempt is a transaction of its own, so that also a constraint that is checked at commit finds the row that breaks it.
  async #writeOrHalve(rows: Row[], counts: WriteCounts): Promise<void> {
    try {
      add(counts, await this.#writeAll(rows));
    } catch (error) {
      const failure = failureOf(error);
      if (!isBadRow(failure)) throw this.#failed(error);
      if (rows.length === 1) return this.#reject(counts, rows[0]!, failure.message);
      const half = Math.ceil(rows.length / 2);
      await this.#writeOrHalve(rows.slice(0, half), counts);
      await this.#writeOrHalve(rows.slice(half), counts);
    }
  }

  async #writeAll(rows: Row[]): Promise<Tally> {
    const values = this.#table.columns.map(({ column }) => rows.map((row) => asText(row[column])));
    const { rows: answers } = await this.#client.query<{ added: number; changed: number }>({
      ...this.#statement,
      values,
    });
    const { added, changed } = answers[0]!;
    return { added, changed, unchanged: rows.length - added - changed };
  }

  #reject(counts: WriteCounts, row: Row, reason: string): void {
    counts.rejected += 1;
    if (counts.rejections.length >= KEPT_REJECTIONS) return;
    const keys = this.#table.columns.filter(({ isKey }) => isKey);
    const key = Object.fromEntries(keys.map(({ field, column }) => [field, shortened(row[column] ?? null)]));
    counts.rejections.push({ key, reason });
  }
}

function add(counts: WriteCounts, tally: Tally): void {
  counts.added += tally.added;
  counts.changed += tally.changed;
  counts.unchanged += tally.unchanged;
}

function shortened(value: Json): Json {
  return typeof value === 'string' ? value.slice(0, MAX_KEPT_TEXT) : value;
}

function asText(value: Json | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
