import type { ItemRefusal, Pin, PublishedItem, RequestItem } from '@imprimatur/contracts';
import { contentHash } from '@imprimatur/kernel';
import type { RequestStatus } from './request-status.ts';

// An approval request asks approvers to publish its items, all or none, each pinned to exactly one revision. An outcome is what was
// decided and has to be carried out by resources; a request has at most one whose answer is outstanding.

export interface Vote {
  memberId: string;
  /** Of the items the vote was given for; it counts for no others. */
  itemsHash: string;
  votedAt: Date;
}

/** The latest decision. `direct`: published by a member who could publish every item. */
export interface Decision {
  how: 'approved' | 'direct' | 'withdrawn' | 'draft_deleted';
  /** Whose votes counted, the deciding one last; empty unless it is to be published. */
  approvedBy: string[];
  decidedBy: string;
  decidedAt: Date;
  comment: string | null;
}

/** The decisions that a comment of the thread may have come with; a vote is one as well. */
export const commentOccasions = ['vote', 'approved', 'direct', 'withdrawn', 'draft_deleted'] as const;
export type CommentOccasion = (typeof commentOccasions)[number];

/** A thread is read as a whole by everybody who decides, and a comment told to all who take part. */
export const MOST_COMMENTS = 500;

/** One of the thread. */
export interface RequestComment {
  id: string;
  commentedBy: string;
  commentedAt: Date;
  text: string;
  occasion: CommentOccasion | null;
}

export interface ApprovalRequest {
  workspaceId: string;
  id: string;
  number: number;
  status: RequestStatus;
  submittedBy: string;
  submittedAt: Date;
  comment: string | null;
  requiredApprovals: number;
  itemsHash: string;
  items: RequestItem[];
  reviewers: string[];
  votes: Vote[];
  commenters: string[];
  /** Counts the attempts to publish; 0 before the first. */
  attempt: number;
  /** Null exactly while pending. */
  decision: Decision | null;
  version: number;
}

export type OutcomeKind = 'approved' | 'withdrawn' | 'draft_deleted';

/** What resources answered. */
export type OutcomeAnswer =
  { kind: 'applied'; versions: PublishedItem[] } | { kind: 'rejected'; reasons: ItemRefusal[] } | { kind: 'released' };

export function pinOf({ resourceId, kind, revision, contentHash: hash, baseVersion }: Pin): Pin {
  return { resourceId, kind, revision, contentHash: hash, baseVersion };
}

/** What `If-Match` names: the same for the same pins in the same order, and for nothing else. */
export function itemsHashOf(items: readonly Pin[]): string {
  return contentHash(items.map(pinOf));
}

/** Everyone who took part: submitter, contributors, chosen reviewers, voters, commenters; each once, in that order. */
export function participantsOf(
  request: Pick<ApprovalRequest, 'submittedBy' | 'items' | 'reviewers' | 'votes' | 'commenters'>,
): string[] {
  return [
    ...new Set([
      request.submittedBy,
      ...request.items.flatMap(({ contributors }) => contributors),
      ...request.reviewers,
      ...request.votes.map(({ memberId }) => memberId),
      ...request.commenters,
    ]),
  ];
}
