import { structuredPatch } from 'diff';
import type { Change, Hunk } from './change.ts';

/** Beyond this many edits a minimal diff is of no use to a reader and takes seconds to find: the whole query counts as replaced. */
const MAX_EDITS = 2_000;

const kinds = { ' ': 'same', '+': 'added', '-': 'removed' } as const;
const isText = (line: string): boolean => line[0] !== undefined && line[0] in kinds;

// Queries are stored trimmed. Their last line ends like all others, or a line added after it would show as a change of both.
const withEnd = (query: string): string => (query === '' ? '' : `${query}\n`);

function hunksOf(before: string, after: string): Hunk[] {
  const patch = structuredPatch('query', 'query', withEnd(before), withEnd(after), undefined, undefined, {
    context: 3,
    maxEditLength: MAX_EDITS,
  });
  if (patch === undefined) return [replaced(before.split('\n'), after.split('\n'))];
  return patch.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
    oldStart,
    oldLines,
    newStart,
    newLines,
    lines: lines.filter(isText).map((line) => ({ kind: kinds[line[0] as keyof typeof kinds], text: line.slice(1) })),
  }));
}

const replaced = (before: string[], after: string[]): Hunk => ({
  oldStart: 1,
  oldLines: before.length,
  newStart: 1,
  newLines: after.length,
  lines: [
    ...before.map((text) => ({ kind: 'removed' as const, text })),
    ...after.map((text) => ({ kind: 'added' as const, text })),
  ],
});

/** The lines of a query that changed, with three unchanged lines around them; a new query has only added lines. */
export function queryChange(before: string | null, after: string): Change[] {
  if (before === after) return [];
  const hunks = hunksOf(before ?? '', after);
  const count = (kind: 'added' | 'removed'): number =>
    hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0);
  return [{ kind: 'query', hunks, added: count('added'), removed: count('removed') }];
}
