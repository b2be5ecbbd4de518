import { derivedId } from '@imprimatur/kernel';
import type { Announcement } from './announcement.ts';

/** How mail clients recognise a mail and keep it with the others about the same request: Message-IDs without their domain. */
export interface Threading {
  own: string;
  /** What it answers to; null for the first of its thread. */
  root: string | null;
}

/**
 * The same for every attempt to send the same mail, so that a mail sent twice is shown once. The request to review is the root of the
 * reader's thread; whoever never got one (the submitter) has a thread all the same, as clients group by the id they see referred to.
 */
export function threadingOf({ eventId, occasion, request }: Announcement, memberId: string): Threading {
  const own = `mail.${derivedId(eventId, memberId)}`;
  if (request === null) return { own, root: null };
  const root = `request.${request.id}.${memberId}`;
  return occasion === 'submitted' ? { own: root, root: null } : { own, root };
}
