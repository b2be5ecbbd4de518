import { canView, subjectOf, type AppAbility } from '@imprimatur/abilities';
import type { AnnouncedItem, Announcement } from './announcement.ts';
import { classOf, type EventClass } from './event-classes.ts';
import { threadFor, type Thread } from './thread.ts';

/** A member as far as it matters for whether they may be told. */
export interface Recipient {
  id: string;
  kind: 'person' | 'service';
  name: string;
  email: string | null;
  active: boolean;
  deleted: boolean;
  /** What they do not want mails about. */
  muted: readonly EventClass[];
}

export type UntoldCode =
  | 'recipient.deleted'
  | 'recipient.inactive'
  | 'recipient.service-account'
  | 'recipient.no-address'
  | 'recipient.opted-out'
  | 'recipient.may-view-nothing';

export type Judgement =
  { told: true; items: AnnouncedItem[]; hidden: number; thread: Thread | null } | { told: false; code: UntoldCode };

/** May this candidate be told, and about what? Items they may not view are only counted. */
export function judge(announcement: Announcement, recipient: Recipient, ability: AppAbility): Judgement {
  const code = unreachable(recipient);
  if (code !== null) return { told: false, code };
  if (recipient.muted.includes(classOf[announcement.occasion])) return { told: false, code: 'recipient.opted-out' };
  const concerning = announcement.items.filter(({ concerns }) => concerns === null || concerns.includes(recipient.id));
  const items = concerning.filter((item) => canView(ability, subjectOf(item)));
  if (items.length === 0) return { told: false, code: 'recipient.may-view-nothing' };
  const thread = threadFor(announcement, items, ability);
  return { told: true, items, hidden: concerning.length - items.length, thread };
}

function unreachable({ kind, email, active, deleted }: Recipient): UntoldCode | null {
  if (deleted) return 'recipient.deleted';
  if (!active) return 'recipient.inactive';
  if (kind === 'service') return 'recipient.service-account';
  return email === null || email === '' ? 'recipient.no-address' : null;
}
