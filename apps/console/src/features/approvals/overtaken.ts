import { ProblemError } from '../../api/problem-error.ts';
import { strings } from '../../strings/en.ts';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';

const { overtaken } = strings.approvals;

/** Why a decision came too late to count. */
export type Overtaken = { by: 'decision'; memberId: string | null } | { by: 'change' } | { by: 'publication' };

/** What a refusal says about what came first; null for one that has other reasons. */
export function overtakenBy(error: unknown): Overtaken | null {
  if (!(error instanceof ProblemError)) return null;
  const { code, details } = error.problem;
  switch (code) {
    case 'request.decided': {
      const memberId = details?.['decidedBy'];
      return { by: 'decision', memberId: typeof memberId === 'string' ? memberId : null };
    }
    case 'request.items-changed':
      return { by: 'change' };
    case 'request.stale':
      return { by: 'publication' };
    default:
      return null;
  }
}

/** Says to the one who came too late what came first. */
export function overtakenText(came: Overtaken, request: ApprovalRequest, ownId: string | undefined): string {
  if (came.by === 'change') return overtaken.changed;
  if (came.by === 'publication') return overtaken.stale;
  if (came.memberId === null) return overtaken.decided;
  return came.memberId === ownId ? overtaken.byYourself : overtaken.faster(personOf(request, came.memberId));
}
