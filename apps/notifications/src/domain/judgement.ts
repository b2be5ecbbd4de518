import { canView, subjectOf, type AppAbility } from '@imprimatur/abilities';
import type { AnnouncedItem, Announcement } from './announcement.ts';

/** A member as far as it matters for whether they may be told. */
export interface Recipient {
  id: string;
  kind: 'person' | 'service';
  name: string;
  email: string | null;
  active: boolean;
  deleted: boolean;
}

export type UntoldCode =
  | 'recipient.deleted'
  | 'recipient.inactive'
  | 'recipient.service-account'
  | 'recipient.no-address'
  | 'recipient.may-view-nothing';

export type Judgement = { told: true; items: AnnouncedItem[]; hidden: number } | { told: false; code: UntoldCode };

/** May this candidate be told, and about what? Items they may not view are only counted. */
export function judge(announcement: Announcement, recipient: Recipient, ability: AppAbility): Judgement {
  const code = unreachable(recipient);
  if (code !== null) return { told: false, code };
  const concerning = announcement.items.filter(({ concerns }) => concerns === null || concerns.includes(recipient.id));
  const items = concerning.filter((item) => canView(ability, subjectOf(item)));
  if (items.length === 0) return { told: false, code: 'recipient.may-view-nothing' };
  return { told: true, items, hidden: concerning.length - items.length };
}

function unreachable({ kind, email, active, deleted }: Recipient): UntoldCode | null {
  if (deleted) return 'recipient.deleted';
  if (!active) return 'recipient.inactive';
  if (kind === 'service') return 'recipient.service-account';
  return email === null || email === '' ? 'recipient.no-address' : null;
}
