import {
  RequestApproved,
  RequestCommented,
  RequestDraftDeleted,
  RequestPublished,
  RequestPublishFailed,
  RequestReviewersChanged,
  RequestSubmitted,
  RequestUnattended,
  RequestVoted,
  RequestWithdrawn,
  type ItemRefusal,
  type PublishedItem,
} from '@imprimatur/contracts';
import { assertNever, derivedId } from '@imprimatur/kernel';
import { newEvent, type NewEvent } from '@imprimatur/messaging';
import {
  participantsOf,
  pinOf,
  type ApprovalRequest,
  type Decision,
  type OutcomeKind,
} from '../domain/approval-request.ts';

/** What every event about a request tells its reader. */
function facts(request: ApprovalRequest) {
  const { id: requestId, number, submittedBy, items } = request;
  return { requestId, number, submittedBy, items, participants: participantsOf(request) };
}

/** Always with the same id for the same request: however often it is sent, whoever is told is told once. */
export function submittedEvent(request: ApprovalRequest): NewEvent {
  const { comment, reviewers, requiredApprovals } = request;
  const submittedAt = request.submittedAt.toISOString();
  const data = { ...facts(request), submittedAt, comment, reviewers, requiredApprovals };
  const event = newEvent(RequestSubmitted, request.workspaceId, request.id, data);
  return { ...event, id: derivedId(request.id, 'submitted') };
}

export function votedEvent(request: ApprovalRequest, votedBy: string, approvals: number): NewEvent {
  const data = { ...facts(request), votedBy, approvals, requiredApprovals: request.requiredApprovals };
  return newEvent(RequestVoted, request.workspaceId, request.id, data);
}

/** What tells resources to carry out a decision. `repeatOf` marks one that is sent again. */
export function outcomeEvent(request: ApprovalRequest, kind: OutcomeKind, repeatOf?: string): NewEvent {
  const { workspaceId, id: requestId, attempt, items } = request;
  const decision = decisionOf(request);
  const decidedAt = decision.decidedAt.toISOString();
  const { approvedBy, decidedBy, comment, how } = decision;
  const ending = { ...facts(request), decidedBy, decidedAt, comment, repeatOf };
  switch (kind) {
    case 'approved':
      return newEvent(RequestApproved, workspaceId, requestId, {
        ...{ requestId, attempt, approvedBy, decidedAt },
        how: how === 'direct' ? how : 'approved',
        pins: items.map(pinOf),
      });
    case 'withdrawn':
      return newEvent(RequestWithdrawn, workspaceId, requestId, ending);
    case 'draft_deleted':
      return newEvent(RequestDraftDeleted, workspaceId, requestId, ending);
    default:
      return assertNever(kind);
  }
}

export function publishedEvent(request: ApprovalRequest, publishedAt: string, versions: PublishedItem[]): NewEvent {
  const { approvedBy, comment, how } = decisionOf(request);
  return newEvent(RequestPublished, request.workspaceId, request.id, {
    ...facts(request),
    ...{ approvedBy, comment, publishedAt, versions, how: how === 'direct' ? how : 'approved' },
  });
}

export function publishFailedEvent(request: ApprovalRequest, reasons: ItemRefusal[]): NewEvent {
  const { approvedBy } = decisionOf(request);
  const data = { ...facts(request), approvedBy, attempt: request.attempt, reasons };
  return newEvent(RequestPublishFailed, request.workspaceId, request.id, data);
}

export function commentedEvent(
  request: ApprovalRequest,
  comment: { id: string; commentedBy: string; commentedAt: Date; text: string },
): NewEvent {
  const { id: commentId, commentedBy, text } = comment;
  const data = { ...facts(request), commentId, commentedBy, commentedAt: comment.commentedAt.toISOString(), text };
  return newEvent(RequestCommented, request.workspaceId, request.id, data);
}

export function reviewersChangedEvent(
  request: ApprovalRequest,
  change: { changedBy: string; added: string[]; removed: string[] },
): NewEvent {
  const data = { ...facts(request), ...change, comment: request.comment };
  return newEvent(RequestReviewersChanged, request.workspaceId, request.id, data);
}

export function unattendedEvent(request: ApprovalRequest): NewEvent {
  const data = { ...facts(request), reviewers: request.reviewers };
  return newEvent(RequestUnattended, request.workspaceId, request.id, data);
}

function decisionOf(request: ApprovalRequest): Decision {
  if (request.decision === null) throw new Error(`request ${request.id} has an outcome without a decision`);
  return request.decision;
}
