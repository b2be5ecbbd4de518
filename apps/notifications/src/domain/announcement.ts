import type { Content, Ends, GatedKind } from '@imprimatur/contracts';

/** What people are told about (`domain.md` §7). */
export const occasions = [
  'submitted',
  'reviewer-added',
  'published',
  'publish-failed',
  'withdrawn',
  'draft-deleted',
  'commented',
  'draft-stale',
] as const;
export type Occasion = (typeof occasions)[number];

/** Why somebody is told; said at the end of every mail and in its `X-Imprimatur-Reason` header. */
export type Reason = 'reviewer' | 'submitter' | 'contributor' | 'participant';

export interface Candidate {
  memberId: string;
  reason: Reason;
}

export interface AnnouncedItem {
  resourceId: string;
  kind: GatedKind;
  name: string;
  ends: Ends[];
  /** What is asked for, where the mail shows it. */
  proposal: { content: Content; base: Content | null } | null;
  /** The version it became, if it did. */
  version: number | null;
  /** Why it could not be published. */
  refusal: string | null;
  /** The open request it is part of, for a draft that became stale. */
  request: RequestRef | null;
  /** Whom this item concerns; null means everybody who is told. */
  concerns: string[] | null;
}

export interface RequestRef {
  id: string;
  number: number;
}

/**
 * One event as people are told about it. `audience` are candidates: whether each of them may be told is judged when the mail is
 * sent, not when the event arrives, because by then their rights are known and a mail may have waited for hours.
 */
export interface Announcement {
  eventId: string;
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
