import { ProblemError } from '../../api/problem-error.ts';
import { strings } from '../../strings/en.ts';

const { reasons } = strings.drafts.save;
type Code = keyof typeof reasons;

const isNamed = (entry: unknown): entry is { id: string; code: string } =>
  typeof entry === 'object' && entry !== null && 'id' in entry && 'code' in entry;

/** Whom the server did not take as reviewers, and why. */
export function refusedReviewers(error: unknown): Map<string, Code> {
  if (!(error instanceof ProblemError) || error.problem.code !== 'reviewer.not-an-approver') return new Map();
  const refused = error.problem.details?.reviewers;
  if (!Array.isArray(refused)) return new Map();
  return new Map(
    refused.filter(isNamed).map(({ id, code }) => [id, code in reasons ? (code as Code) : 'approver.rights-missing']),
  );
}
