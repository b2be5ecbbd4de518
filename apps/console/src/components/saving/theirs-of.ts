import { ProblemError } from '../../api/problem-error.ts';
import type { Content } from '../../api/resource-queries.ts';

/** What a save names as its ground: the draft, else the published version; null for what has neither. */
export type BasedOn = { revision: number } | { version: number } | null;

/** What somebody else saved meanwhile, and what a save would now have to be based on. */
export interface Theirs {
  basedOn: BasedOn;
  content: Content;
  /** What was refused, as the server read it; null where it does not say. */
  yours: Content | null;
}

const isSaved = (value: unknown): value is Pick<Theirs, 'basedOn' | 'content'> =>
  typeof value === 'object' && value !== null && 'basedOn' in value && 'content' in value;

const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null;

/** Of a save that was refused because somebody was faster: both contents as the server has them; null for every other refusal. */
export function theirsOf(error: unknown): Theirs | null {
  if (!(error instanceof ProblemError) || error.problem.code !== 'draft.stale-base') return null;
  const { current, yours } = error.problem.details ?? {};
  if (!isSaved(current)) return null;
  return { basedOn: current.basedOn, content: current.content, yours: isContent(yours) ? yours : null };
}
