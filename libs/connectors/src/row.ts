import type { ColumnType } from '@imprimatur/contracts';
import type { Json } from '@imprimatur/kernel';

/**
 * One row by column name. Booleans are booleans, integers that JavaScript holds exactly are numbers; everything else is the text
 * Postgres prints (times in UTC, JSON as JSON text), so that nothing is lost between source and destination.
 */
export type Row = Record<string, Json>;

export interface Preview {
  columns: { name: string; type: ColumnType }[];
  /** Values in the order of `columns`, converted as in {@link Row}. */
  rows: Json[][];
  /** Whether the query has more rows than these. */
  truncated: boolean;
  elapsedMs: number;
}

export interface Rejection {
  /** The key fields of the row, by destination field. */
  key: Row;
  reason: string;
}

/** What became of a batch. The four numbers add up to its rows. */
export interface WriteCounts {
  added: number;
  changed: number;
  /** Already there with equal values, or superseded by a later row of the batch with the same key: not written. */
  unchanged: number;
  rejected: number;
  /** The first 100. */
  rejections: Rejection[];
}

/** Where a sync writes: the object, the mapping and the keys of its configuration. */
export interface UpsertTarget {
  /** `table` or `schema.table`. */
  object: string;
  mapping: readonly { column: string; field: string }[];
  /** Destination fields that identify a row; all of them mapped. */
  keys: readonly string[];
}
