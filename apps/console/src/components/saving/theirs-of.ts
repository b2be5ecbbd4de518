import { ProblemError } from '../../api/problem-error.ts';
import type { Content } from '../../api/resource-queries.ts';

/** What a save names as its ground: the draft, else the published version; null for what has neither. */
export type BasedOn = { revision: number } | { version: number } | null;

/** What somebody else saved meanwhile, and what a save would now have to be based on. */
export interface Theirs {
  basedOn: BasedOn;
  content: Content;
}

const isTheirs = (value: unknown): value is Theirs =>
  typeof value === 'object' && value !== null && 'basedOn' in value && 'content' in value;

/** Of a save that was refused because somebody was faster: theirs as the server has it; null for every other refusal. */
export function theirsOf(error: unknown): Theirs | null {
  if (!(error instanceof ProblemError) || error.problem.code !== 'draft.stale-base') return null;
  const current = error.problem.details?.current;
  return isTheirs(current) ? current : null;
}
