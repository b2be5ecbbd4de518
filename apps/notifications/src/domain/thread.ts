import { canView, subjectOf, type AppAbility } from '@imprimatur/abilities';
import { derivedId } from '@imprimatur/kernel';
import type { AnnouncedItem, Announcement, NamedItem, RequestRef } from './announcement.ts';

// Mail clients keep mails together that refer to the same Message-ID and have the same subject. Message-IDs are without their domain here.

/** The request that a reader's mail belongs to, and those of its items that the reader may view, by which its mails are called. */
export interface Thread {
  request: RequestRef;
  items: NamedItem[];
}

/**
 * The thread in which a reader finds news of these items: that of the request they are about or, for drafts that became stale, of the
 * one request that all of them are in. Null for what is in no request, or in several.
 */
export function threadFor({ request }: Announcement, items: AnnouncedItem[], ability: AppAbility): Thread | null {
  if (request !== null) return { request, items };
  const inReview = items[0]?.request ?? null;
  if (inReview === null || items.some((item) => item.request?.id !== inReview.id)) return null;
  const { id, number } = inReview;
  return { request: { id, number }, items: inReview.items.filter((item) => canView(ability, subjectOf(item))) };
}

/**
 * The request to review is the root of the reader's thread. Whoever never got one (the submitter) has a thread all the same, as clients
 * group by the id they see referred to.
 */
export const threadRoot = (requestId: string, memberId: string): string => `request.${requestId}.${memberId}`;

/** The same for every attempt to send the same news to the same reader, so that a mail sent twice is shown once. */
export function messageIdOf({ newsId, occasion, request }: Announcement, memberId: string): string {
  if (occasion === 'submitted' && request !== null) return threadRoot(request.id, memberId);
  return ownMessageId(newsId, memberId);
}

export const ownMessageId = (newsId: string, memberId: string): string => `mail.${derivedId(newsId, memberId)}`;
