import type { DomainError } from '@imprimatur/kernel';
import type { ApprovalRequest } from './approval-request.ts';
import { couldPublishAll, isApprover, whyNotVoter, type Person, type SelfApproval } from './eligibility.ts';
import {
  approvalRefused,
  mayNotChooseReviewers,
  mayNotDeleteDraft,
  mayNotPublish,
  mayNotWithdraw,
  requestClosed,
  requestStale,
  stepRefused,
} from './request-errors.ts';
import { isOpen, nextStatus, type RequestStep } from './request-status.ts';

export const memberActions = [
  'approve',
  'publish_now',
  'withdraw',
  'delete_draft',
  'retry',
  'choose_reviewers',
] as const;
export type MemberAction = (typeof memberActions)[number];

/** What a decision is judged by, read under the lock of the request's row. */
export interface Situation {
  request: ApprovalRequest;
  selfApproval: SelfApproval;
  /** Whether the base version of an item has moved, as far as this service has heard. */
  stale: boolean;
}

type Judge = (situation: Situation, person: Person) => DomainError | null;

const rights: Record<MemberAction, Judge> = {
  approve: mayApprove,
  publish_now: ({ request }, person) => (couldPublishAll(request, person) ? null : mayNotPublish()),
  withdraw: ({ request }, person) =>
    isSubmitterOrApprover(request, person) || couldPublishAll(request, person) ? null : mayNotWithdraw(),
  delete_draft: ({ request }, person) => (isSubmitterOrApprover(request, person) ? null : mayNotDeleteDraft()),
  retry: (situation, person) =>
    situation.request.decision?.how === 'direct'
      ? rights.publish_now(situation, person)
      : mayApprove(situation, person),
  choose_reviewers: ({ request }, person) => (isSubmitterOrApprover(request, person) ? null : mayNotChooseReviewers()),
};

function mayApprove({ request, selfApproval }: Situation, person: Person): DomainError | null {
  const code = whyNotVoter(request, person, selfApproval);
  return code === null ? null : approvalRefused(code);
}

function isSubmitterOrApprover(request: ApprovalRequest, person: Person): boolean {
  return request.submittedBy === person.memberId || isApprover(request, person);
}

/** Whether this person has the right to it, whatever has become of the request. */
export const hasRight = (action: MemberAction, situation: Situation, person: Person): boolean =>
  rights[action](situation, person) === null;

const allowed =
  (step: RequestStep): Judge =>
  ({ request }) =>
    nextStatus(request.status, step) === null ? stepRefused(request, step) : null;

const states: Record<MemberAction, Judge> = {
  approve: allowed('approve'),
  publish_now: allowed('publish_now'),
  withdraw: allowed('withdraw'),
  delete_draft: allowed('delete_draft'),
  retry: allowed('retry'),
  choose_reviewers: ({ request }) => (isOpen(request.status) ? null : requestClosed(request)),
};

const publishes: ReadonlySet<MemberAction> = new Set(['approve', 'publish_now', 'retry']);

/**
 * Why this person may not do this now, or null when they may: rights first, so that the answer to somebody without them says nothing
 * else; then what was decided before; then whether it could be published at all. The same judgement refuses commands and explains
 * itself in the view.
 */
export function whyNot(action: MemberAction, situation: Situation, person: Person): DomainError | null {
  return (
    rights[action](situation, person) ??
    states[action](situation, person) ??
    (publishes.has(action) && situation.stale ? requestStale() : null)
  );
}
