import type { Json } from './json.ts';

/** Lines of a query that changed, with unchanged lines around them. Line numbers count from 1, as unified diffs do. */
export interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: { kind: 'same' | 'added' | 'removed'; text: string }[];
}

/** One difference between two contents. `before` is null for what was added, `after` for what was removed. */
export type Change =
  | { kind: 'query'; hunks: Hunk[]; added: number; removed: number }
  | {
      kind: 'field';
      /** A JSON pointer into the content, such as `/configuration/primaryKey`. */
      path: string;
      label: string;
      before: Json | null;
      after: Json | null;
      /** Where the values are ids: what people call them. Absent where there is no name to say. */
      beforeName?: string;
      afterName?: string;
    }
  | { kind: 'column'; name: string; before: string | null; after: string | null }
  | { kind: 'mapping'; field: string; before: string | null; after: string | null }
  | {
      kind: 'schedule';
      before: string | null;
      after: string;
      /** The next five fires of the new schedule, as ISO instants. */
      nextRuns: string[];
      /** The same as a clock on the wall shows them, `2026-11-22 14:00`, in a time zone that was asked for. */
      timeZone?: string;
      localRuns?: string[];
    };
