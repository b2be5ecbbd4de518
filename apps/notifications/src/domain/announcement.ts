import type { Content, Ends, GatedKind } from '@imprimatur/contracts';

/** What people are told about (`domain.md` §7). */
export const occasions = [
  'submitted',
  'reviewer-added',
  'unattended',
  'published',
  'publish-failed',
  'withdrawn',
  'draft-deleted',
  'commented',
  'draft-stale',
] as const;
export type Occasion = (typeof occasions)[number];

/** Why somebody is told; said at the end of every mail and in its `X-Imprimatur-Reason` header. */
export const newsReasons = ['reviewer', 'submitter', 'contributor', 'participant'] as const;
export type NewsReason = (typeof newsReasons)[number];

export interface Candidate {
  memberId: string;
  reason: NewsReason;
}

/** As much of an item as it takes to name it to those who may view it. */
export interface NamedItem {
  kind: GatedKind;
  name: string;
  ends: Ends[];
}

export interface AnnouncedItem extends NamedItem {
  resourceId: string;
  /** What is asked for, where the mail shows it. */
  proposal: { content: Content; base: Content | null } | null;
  /** The version it became, if it did. */
  version: number | null;
  /** Why it could not be published. */
  refusal: string | null;
  /** The open request it is part of, for a draft that became stale. */
  request: RequestInReview | null;
  /** Whom this item concerns; null means everybody who is told. */
  concerns: string[] | null;
}

export interface RequestRef {
  id: string;
  number: number;
}

/** With all its items, by which mails about it are called. */
export interface RequestInReview extends RequestRef {
  items: NamedItem[];
}

/**
 * One event as people are told about it. `audience` are candidates: whether each of them may be told is judged when the mail is
 * sent, not when the event arrives, because by then their rights are known and a mail may have waited for hours.
 */
export interface Announcement {
  eventId: string;
  /** The same for events that say the same, sent again under another id: nobody is told twice. */
  newsId: string;
  workspaceId: string;
  occasion: Occasion;
  occurredAt: string;
  request: RequestRef | null;
  /** Who did it, for the mail to say; null when nobody in particular did. */
  by: string | null;
  submittedBy: string | null;
  /** Whose approvals counted, or who published directly. */
  approvedBy: string[];
  how: 'approved' | 'direct' | null;
  /** Who was chosen and cannot act any more. */
  reviewers: string[];
  comment: string | null;
  items: AnnouncedItem[];
  audience: Candidate[];
}

/** The part of a received event that announcing it takes. */
export interface Happened<Data> {
  id: string;
  workspaceId: string;
  time: Date;
  actor: string | null;
  data: Data;
}
