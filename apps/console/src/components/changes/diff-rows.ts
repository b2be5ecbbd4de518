import type { components } from '../../api/schema.d.ts';

export type Change = components['schemas']['Change'];
export type QueryChange = Extract<Change, { kind: 'query' }>;

export type SameRow = { kind: 'same'; oldLine: number; newLine: number; text: string };
export type AddedRow = { kind: 'added'; newLine: number; text: string; beside?: string };
export type RemovedRow = { kind: 'removed'; oldLine: number; text: string; beside?: string };
/** A run of unchanged lines that is not shown, from these lines on. */
export type FoldedRow = { kind: 'folded'; oldLine: number; newLine: number; count: number };
export type LineRow = SameRow | AddedRow | RemovedRow;
export type DiffRow = LineRow | FoldedRow;

export interface Unfolding {
  /** The query as a whole, after the change. */
  query: string;
  /** The first new lines of the folded runs to show. */
  open: ReadonlySet<number>;
}

/** How many lines of old and new stand in a diff, without those that were left out. */
export const linesOf = ({ hunks }: QueryChange): number => hunks.reduce((sum, { lines }) => sum + lines.length, 0);

/** The hunks of the server as rows with their line numbers; what it left out between them is folded, or shown where that is asked for. */
export function rowsOf({ hunks }: QueryChange, unfolding?: Unfolding): DiffRow[] {
  const rows: DiffRow[] = [];
  const lines = unfolding?.query.split('\n') ?? [];
  let [oldLine, newLine] = [1, 1];
  const leaveOut = (upTo: number): void => {
    const count = upTo - newLine;
    if (count <= 0) return;
    if (unfolding?.open.has(newLine)) {
      for (let at = 0; at < count; at++) rows.push(sameRow(oldLine + at, newLine + at, lines[newLine + at - 1] ?? ''));
    } else rows.push({ kind: 'folded', oldLine, newLine, count });
    oldLine += count;
    newLine += count;
  };
  for (const hunk of hunks) {
    leaveOut(hunk.newStart);
    for (const { kind, text } of hunk.lines) {
      if (kind === 'same') rows.push(sameRow(oldLine++, newLine++, text));
      else if (kind === 'added') rows.push({ kind, newLine: newLine++, text });
      else rows.push({ kind, oldLine: oldLine++, text });
    }
  }
  leaveOut(lines.length + 1);
  return withCounterparts(rows);
}

const sameRow = (oldLine: number, newLine: number, text: string): SameRow => ({ kind: 'same', oldLine, newLine, text });

export interface Pair {
  left: SameRow | RemovedRow | null;
  right: SameRow | AddedRow | null;
}

/** Rows side by side: what was removed beside what came in its place. */
export function pairsOf(rows: DiffRow[]): (Pair | FoldedRow)[] {
  return blocksOf(rows).flatMap((block): (Pair | FoldedRow)[] => {
    if (block.kind === 'folded') return [block];
    if (block.kind === 'same') return [{ left: block, right: block }];
    const { removed, added } = block;
    const length = Math.max(removed.length, added.length);
    return Array.from({ length }, (_, at) => ({ left: removed[at] ?? null, right: added[at] ?? null }));
  });
}

/** Where changes begin among rows or pairs: the first of each run that is neither unchanged nor folded. */
export function startsOf(rows: readonly (DiffRow | Pair)[]): number[] {
  const isChange = (row: DiffRow | Pair | undefined): boolean => {
    if (row === undefined) return false;
    return 'left' in row ? row.left?.kind !== 'same' : row.kind === 'added' || row.kind === 'removed';
  };
  return rows.flatMap((row, at) => (isChange(row) && !isChange(rows[at - 1]) ? [at] : []));
}

type Block = SameRow | FoldedRow | { kind: 'changed'; removed: RemovedRow[]; added: AddedRow[] };

function blocksOf(rows: DiffRow[]): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    if (row.kind === 'same' || row.kind === 'folded') {
      blocks.push(row);
      continue;
    }
    let block = blocks.at(-1);
    if (block?.kind !== 'changed') {
      block = { kind: 'changed', removed: [], added: [] };
      blocks.push(block);
    }
    if (row.kind === 'removed') block.removed.push(row);
    else block.added.push(row);
  }
  return blocks;
}

/** Lines that were changed rather than added or removed know what stands in their place. */
function withCounterparts(rows: DiffRow[]): DiffRow[] {
  return blocksOf(rows).flatMap((block): DiffRow[] => {
    if (block.kind !== 'changed') return [block];
    const { removed, added } = block;
    const beside = (other: LineRow | undefined) => other && { beside: other.text };
    return [
      ...removed.map((row, at) => ({ ...row, ...beside(added[at]) })),
      ...added.map((row, at) => ({ ...row, ...beside(removed[at]) })),
    ];
  });
}
