import type { components } from '../../api/schema.d.ts';

export type Change = components['schemas']['Change'];
export type QueryChange = Extract<Change, { kind: 'query' }>;

export type DiffRow =
  | { kind: 'same'; oldLine: number; newLine: number; text: string }
  | { kind: 'added'; newLine: number; text: string }
  | { kind: 'removed'; oldLine: number; text: string }
  | { kind: 'folded'; count: number };

/** The hunks of the server as rows with their line numbers, and one row for each run of lines that it left out. */
export function rowsOf({ hunks }: QueryChange): DiffRow[] {
  const rows: DiffRow[] = [];
  let reached = 1;
  for (const { oldStart, newStart, lines } of hunks) {
    if (newStart > reached) rows.push({ kind: 'folded', count: newStart - reached });
    let [oldLine, newLine] = [oldStart, newStart];
    for (const { kind, text } of lines) {
      if (kind === 'same') rows.push({ kind, oldLine: oldLine++, newLine: newLine++, text });
      else if (kind === 'added') rows.push({ kind, newLine: newLine++, text });
      else rows.push({ kind, oldLine: oldLine++, text });
    }
    reached = newLine;
  }
  return rows;
}

export interface Pair {
  left: Exclude<DiffRow, { kind: 'folded' | 'added' }> | null;
  right: Exclude<DiffRow, { kind: 'folded' | 'removed' }> | null;
}

/** Rows side by side: what was removed beside what came in its place. */
export function pairsOf(rows: DiffRow[]): (Pair | Extract<DiffRow, { kind: 'folded' }>)[] {
  const pairs: (Pair | Extract<DiffRow, { kind: 'folded' }>)[] = [];
  let open: Pair[] = [];
  for (const row of rows) {
    if (row.kind === 'added') {
      const free = open.find(({ right }) => right === null);
      if (free) free.right = row;
      else pairs.push({ left: null, right: row });
      continue;
    }
    if (row.kind === 'removed') {
      const pair: Pair = { left: row, right: null };
      open.push(pair);
      pairs.push(pair);
      continue;
    }
    open = [];
    pairs.push(row.kind === 'same' ? { left: row, right: row } : row);
  }
  return pairs;
}
