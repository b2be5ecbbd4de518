import { diffArrays } from 'diff';

/** Lines `from` up to `to` of the base that are these lines now. */
interface Edit {
  from: number;
  to: number;
  lines: string[];
}

/** Beyond this many edits two texts have too little in common for a merge that anybody could follow. */
const MAX_EDITS = 1_000;

function editsOf(base: string[], text: string[]): Edit[] | null {
  const parts = diffArrays(base, text, { maxEditLength: MAX_EDITS });
  if (parts === undefined) return null;
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (open === null) edits.push((open = { from: at, to: at, lines: [] }));
    if (added) open.lines.push(...value);
    else open.to = at += value.length;
  }
  return edits;
}

/** Two edits touch where not one line of the base is left between them. */
const touch = (a: Edit, b: Edit): boolean => a.from <= b.to && b.from <= a.to;

/**
 * A text with the changes of both sides, where these are in different places with lines between them that neither touched; null where
 * they are not. Two changes that do not touch may still contradict each other: the result is a proposal, never a decision.
 */
export function mergeLines(base: string, published: string, mine: string): string | null {
  const lines = base.split('\n');
  const [theirs, ours] = [editsOf(lines, published.split('\n')), editsOf(lines, mine.split('\n'))];
  if (theirs === null || ours === null || theirs.some((edit) => ours.some((other) => touch(edit, other)))) return null;
  const merged = [...lines];
  for (const { from, to, lines: put } of [...theirs, ...ours].sort((a, b) => b.from - a.from))
    merged.splice(from, to - from, ...put);
  return merged.join('\n');
}
