import type { DataOf, PublicationApplied } from '@imprimatur/contracts';
import type { AnnouncedItem, Announcement, Candidate, Happened, NamedItem } from './announcement.ts';

/** What mail remembers of a request, to tell those who took part in it when one of its drafts becomes stale. */
export interface ReviewThread {
  requestId: string;
  number: number;
  participants: string[];
  items: NamedItem[];
}

/**
 * Drafts whose base version moved under them: one mail a person, naming the drafts that concern that person, which are those they
 * contributed to and those in a request they took part in. Null when the publication made no draft stale.
 */
export function announceStaleDrafts(
  { id, workspaceId, time, actor, data }: Happened<DataOf<typeof PublicationApplied>>,
  threads: ReviewThread[],
): Announcement | null {
  if (data.madeStale.length === 0) return null;
  const by = data.publishedBy.at(-1) ?? null;
  const threadOf = new Map(threads.map((thread) => [thread.requestId, thread]));
  const items = data.madeStale.map((draft): AnnouncedItem => {
    const thread = draft.requestId === null ? undefined : threadOf.get(draft.requestId);
    const concerns = new Set([...draft.contributors, ...(thread?.participants ?? [])]);
    return {
      resourceId: draft.resourceId,
      kind: draft.kind,
      name: draft.name,
      ends: draft.ends,
      proposal: null,
      version: null,
      refusal: null,
      request: thread === undefined ? null : inReview(thread),
      concerns: [...concerns].filter((memberId) => memberId !== by && memberId !== actor),
    };
  });
  return {
    eventId: id,
    // The answer to a request may be repeated under another id.
    newsId: data.publicationId,
    workspaceId,
    occasion: 'draft-stale',
    occurredAt: time.toISOString(),
    request: null,
    by,
    submittedBy: null,
    approvedBy: data.publishedBy,
    how: data.how === 'direct' ? 'direct' : 'approved',
    reviewers: [],
    comment: null,
    items,
    audience: audienceOf(items, new Set(data.madeStale.flatMap(({ contributors }) => contributors))),
  };
}

const inReview = ({ requestId: id, number, items }: ReviewThread) => ({ id, number, items });

function audienceOf(items: AnnouncedItem[], contributors: Set<string>): Candidate[] {
  const concerned = new Set(items.flatMap(({ concerns }) => concerns ?? []));
  return [...concerned].map((memberId) => ({
    memberId,
    reason: contributors.has(memberId) ? 'contributor' : 'participant',
  }));
}
