import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { Comment, Id, Instant } from '../primitives.ts';
import { ItemRefusal, Pin, PublishedItem, RequestItem } from '../resources/items.ts';
import { topics } from '../topics.ts';

const topic = topics.approvalsEvents;

/** What identifies a request to people and tells who is concerned, so that a reader needs no state of its own. */
const request = {
  requestId: Id,
  number: z.int().min(1),
  submittedBy: Id,
  participants: z.array(Id).meta({ description: 'submitter, contributors, chosen reviewers, voters, commenters' }),
  items: z.array(RequestItem).min(1),
};
const decision = {
  ...request,
  decidedBy: Id,
  decidedAt: Instant,
  comment: Comment.nullable(),
  repeatOf: Id.optional().meta({
    description: 'the id of the first event, when this one is sent again because no answer came: nobody is told twice',
  }),
};

export const RequestSubmitted = defineEvent(
  topic,
  'approvals.request.submitted.v1',
  'A request is open and has its number. Reviewers are the members its submitter chose.',
  z.object({
    ...request,
    submittedAt: Instant,
    comment: Comment.nullable(),
    reviewers: z.array(Id),
    requiredApprovals: z.int().min(1).max(5),
  }),
);

export const RequestReviewersChanged = defineEvent(
  topic,
  'approvals.request.reviewers-changed.v1',
  'Reviewers were added to or removed from an open request.',
  z.object({ ...request, changedBy: Id, added: z.array(Id), removed: z.array(Id), comment: Comment.nullable() }),
);

export const RequestUnattended = defineEvent(
  topic,
  'approvals.request.unattended.v1',
  'No chosen reviewer of an open request can act on it any more: they left or lost the right. Said once until reviewers change.',
  z.object({ ...request, reviewers: z.array(Id).min(1) }),
);

export const RequestVoted = defineEvent(
  topic,
  'approvals.request.voted.v1',
  'An approver voted for exactly these items and the quorum is not met yet.',
  z.object({ ...request, votedBy: Id, approvals: z.int().min(1), requiredApprovals: z.int().min(1).max(5) }),
);

export const RequestCommented = defineEvent(
  topic,
  'approvals.request.commented.v1',
  'Somebody who may view the request wrote a comment.',
  z.object({ ...request, commentId: Id, commentedBy: Id, commentedAt: Instant, text: Comment }),
);

export const RequestApproved = defineEvent(
  topic,
  'approvals.request.approved.v1',
  'The request was decided: exactly these pins are to be published. `attempt` counts from 1 and is raised by a retry; answers to other attempts are ignored. May be sent again with the same attempt.',
  z.object({
    requestId: Id,
    attempt: z.int().min(1),
    how: z
      .enum(['approved', 'direct'])
      .meta({ description: '`direct`: published by a member who could publish every item' }),
    approvedBy: z.array(Id).min(1).meta({ description: 'whose votes counted, the deciding one last' }),
    decidedAt: Instant,
    pins: z.array(Pin).min(1),
  }),
);

export const RequestWithdrawn = defineEvent(
  topic,
  'approvals.request.withdrawn.v1',
  'The request was withdrawn. Its drafts are kept and can be edited and submitted again. May be sent again, as a repeat.',
  z.object(decision),
);

export const RequestDraftDeleted = defineEvent(
  topic,
  'approvals.request.draft-deleted.v1',
  'The drafts of the request were discarded. What was published before is untouched. May be sent again, as a repeat.',
  z.object(decision),
);

export const RequestPublished = defineEvent(
  topic,
  'approvals.request.published.v1',
  'The approved items are live.',
  z.object({
    ...request,
    how: z.enum(['approved', 'direct']),
    approvedBy: z.array(Id).min(1),
    publishedAt: Instant,
    comment: Comment.nullable(),
    versions: z.array(PublishedItem).min(1),
  }),
);

export const RequestPublishFailed = defineEvent(
  topic,
  'approvals.request.publish-failed.v1',
  'The approved items could not be published, with a reason for each that stood in the way. Somebody retries, withdraws or deletes the drafts.',
  z.object({
    ...request,
    approvedBy: z.array(Id).min(1),
    attempt: z.int().min(1),
    reasons: z.array(ItemRefusal).min(1),
  }),
);
