import { DomainError, forbidden } from '@imprimatur/kernel';
import type { NotApproverCode } from '@imprimatur/abilities';
import { MOST_COMMENTS, type ApprovalRequest } from './approval-request.ts';
import type { RequestStep } from './request-status.ts';

/** Somebody else's decision came first, and it is final: the answer carries the winner's result. */
function requestDecided({ status, attempt, decision }: ApprovalRequest): DomainError {
  return new DomainError('conflict', 'request.decided', `This request was already decided: it is ${status}.`, {
    details: {
      status,
      attempt,
      how: decision?.how ?? null,
      decidedBy: decision?.decidedBy ?? null,
      decidedAt: decision?.decidedAt.toISOString() ?? null,
    },
  });
}

/** A command that the status does not allow: a decision came first, or there is none to repeat yet. */
export function stepRefused(request: ApprovalRequest, step: RequestStep): DomainError {
  if (request.status !== 'pending') return requestDecided(request);
  return new DomainError('conflict', 'request.illegal-transition', `A pending request does not allow ${step}.`, {
    details: { status: request.status, step },
  });
}

export function requestClosed(request: ApprovalRequest): DomainError {
  return new DomainError('conflict', 'request.closed', `This request is closed: it is ${request.status}.`, {
    details: { status: request.status },
  });
}

export function requestStale(): DomainError {
  return new DomainError(
    'conflict',
    'request.stale',
    'A newer version was published since these drafts were begun. Withdraw the request, rebase the drafts and submit them again.',
  );
}

export function itemsChanged(itemsHash: string): DomainError {
  return new DomainError(
    'stale',
    'request.items-changed',
    'These are not the items of the request. Look at it again.',
    {
      details: { itemsHash },
    },
  );
}

export const threadFull = (): DomainError =>
  new DomainError('conflict', 'request.thread-full', `A request has ${MOST_COMMENTS} comments at most.`);

export function commentRequired(): DomainError {
  return new DomainError('invalid', 'request.comment-required', 'Say why these drafts are deleted.', {
    fields: [{ path: '/comment', code: 'required', message: 'is required' }],
  });
}

const notApprover: Record<NotApproverCode, string> = {
  'approver.service-account': 'A service account never approves.',
  'approver.inactive': 'This member is not active.',
  'approver.rights-missing': 'The role does not grant approval on every item of this request.',
  'approver.self-approval': 'The workspace does not let members approve their own work.',
};

export function approvalRefused(code: NotApproverCode): DomainError {
  return new DomainError('forbidden', code, notApprover[code]);
}

export const mayNotPublish = (): DomainError =>
  forbidden('Your role does not let you publish every item of this request.');

export const mayNotWithdraw = (): DomainError =>
  forbidden('Only the submitter, approvers and members who could publish every item may withdraw this request.');

export const mayNotDeleteDraft = (): DomainError =>
  forbidden('Only the submitter and approvers of every item may delete these drafts.');

export const mayNotChooseReviewers = (): DomainError =>
  forbidden('Only the submitter and approvers of every item may change the reviewers.');

export function reviewersNotApprovers(refused: { memberId: string; code: string }[]): DomainError {
  return new DomainError('invalid', 'reviewer.not-an-approver', 'Not everyone chosen may approve every item.', {
    fields: refused.map(({ memberId, code }) => ({ path: '/add', code, message: `${memberId} may not approve this` })),
  });
}
