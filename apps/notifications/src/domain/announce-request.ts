import { derivedId } from '@imprimatur/kernel';
import type {
  DataOf,
  RequestCommented,
  RequestDraftDeleted,
  RequestItem,
  RequestPublished,
  RequestPublishFailed,
  RequestReviewersChanged,
  RequestSubmitted,
  RequestUnattended,
  RequestWithdrawn,
} from '@imprimatur/contracts';
import type { AnnouncedItem, Announcement, Candidate, Happened, NewsReason, Occasion } from './announcement.ts';

interface RequestFacts {
  requestId: string;
  number: number;
  submittedBy: string;
  participants: string[];
  items: RequestItem[];
}

export function announceSubmitted(event: Happened<DataOf<typeof RequestSubmitted>>): Announcement {
  const { data } = event;
  return {
    ...announcement('submitted', event, data.submittedBy),
    comment: data.comment,
    items: data.items.map(proposed),
    audience: reviewers(data.reviewers, [data.submittedBy, event.actor]),
  };
}

export function announceReviewersAdded(event: Happened<DataOf<typeof RequestReviewersChanged>>): Announcement {
  const { data } = event;
  return {
    ...announcement('reviewer-added', event, data.changedBy),
    comment: data.comment,
    items: data.items.map(proposed),
    audience: reviewers(data.added, [data.changedBy, event.actor]),
  };
}

/** Told to the submitter alone, who can choose others. */
export function announceUnattended(event: Happened<DataOf<typeof RequestUnattended>>): Announcement {
  const { data } = event;
  return {
    ...announcement('unattended', event, null),
    reviewers: data.reviewers,
    items: data.items.map(named),
    audience: without([data.submittedBy], [event.actor]).map((memberId) => ({ memberId, reason: 'submitter' })),
  };
}

export function announcePublished(event: Happened<DataOf<typeof RequestPublished>>): Announcement {
  const { data } = event;
  // The deciding vote is the last one. Those who voted before it took part, and do not know yet.
  const decidedBy = data.approvedBy.at(-1) ?? null;
  const versions = new Map(data.versions.map(({ resourceId, version }) => [resourceId, version]));
  return {
    ...announcement('published', event, decidedBy),
    newsId: derivedId(data.requestId, 'published'),
    approvedBy: data.approvedBy,
    how: data.how,
    comment: data.comment,
    items: data.items.map((item) => ({ ...named(item), version: versions.get(item.resourceId) ?? null })),
    audience: participants(data, [decidedBy, event.actor]),
  };
}

/** A failure is nobody's act: also the approver, in whose name the event travels, has to hear of it. */
export function announcePublishFailed(event: Happened<DataOf<typeof RequestPublishFailed>>): Announcement {
  const { data } = event;
  const reasons = new Map(data.reasons.map(({ resourceId, message }) => [resourceId, message]));
  return {
    ...announcement('publish-failed', event, null),
    newsId: derivedId(data.requestId, 'publish-failed', String(data.attempt)),
    approvedBy: data.approvedBy,
    items: data.items.map((item) => ({ ...named(item), refusal: reasons.get(item.resourceId) ?? null })),
    audience: participants(data, []),
  };
}

export function announceWithdrawn(event: Happened<DataOf<typeof RequestWithdrawn>>): Announcement {
  return announceDecline('withdrawn', event);
}

export function announceDraftDeleted(event: Happened<DataOf<typeof RequestDraftDeleted>>): Announcement {
  return announceDecline('draft-deleted', event);
}

export function announceCommented(event: Happened<DataOf<typeof RequestCommented>>): Announcement {
  const { data } = event;
  return {
    ...announcement('commented', event, data.commentedBy),
    newsId: data.commentId,
    comment: data.text,
    items: data.items.map(named),
    audience: participants(data, [data.commentedBy, event.actor]),
  };
}

function announceDecline(
  occasion: 'withdrawn' | 'draft-deleted',
  event: Happened<DataOf<typeof RequestWithdrawn>>,
): Announcement {
  const { data } = event;
  return {
    ...announcement(occasion, event, data.decidedBy),
    // A decision that is sent again is the same news.
    newsId: derivedId(data.requestId, occasion),
    comment: data.comment,
    items: data.items.map(named),
    audience: participants(data, [data.decidedBy, event.actor]),
  };
}

function announcement(
  occasion: Occasion,
  { id, workspaceId, time, data }: Happened<RequestFacts>,
  by: string | null,
): Announcement {
  return {
    eventId: id,
    newsId: id,
    workspaceId,
    occasion,
    occurredAt: time.toISOString(),
    request: { id: data.requestId, number: data.number },
    by,
    submittedBy: data.submittedBy,
    approvedBy: [],
    how: null,
    reviewers: [],
    comment: null,
    items: [],
    audience: [],
  };
}

const named = ({ resourceId, kind, name, ends }: RequestItem): AnnouncedItem => ({
  resourceId,
  kind,
  name,
  ends,
  proposal: null,
  version: null,
  refusal: null,
  request: null,
  concerns: null,
});

const proposed = (item: RequestItem): AnnouncedItem => ({
  ...named(item),
  proposal: { content: item.content, base: item.baseContent },
});

const reviewers = (ids: string[], actors: (string | null)[]): Candidate[] =>
  without(ids, actors).map((memberId) => ({ memberId, reason: 'reviewer' }));

function participants(request: RequestFacts, actors: (string | null)[]): Candidate[] {
  const contributors = new Set(request.items.flatMap((item) => item.contributors));
  const reasonOf = (memberId: string): NewsReason => {
    if (memberId === request.submittedBy) return 'submitter';
    return contributors.has(memberId) ? 'contributor' : 'participant';
  };
  const ids = [request.submittedBy, ...contributors, ...request.participants];
  return without(ids, actors).map((memberId) => ({ memberId, reason: reasonOf(memberId) }));
}

const without = (ids: string[], actors: (string | null)[]): string[] =>
  [...new Set(ids)].filter((id) => !actors.includes(id));
