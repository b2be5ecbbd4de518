import type { DataOf, MemberInvited, PasswordResetRequested, Sealed } from '@imprimatur/contracts';
import type { Happened } from './announcement.ts';

/** What a person is told about their own account. It carries a link that is theirs alone, so nobody else is told and nobody can opt out. */
export const accountOccasions = ['member-invited', 'password-reset'] as const;
export type AccountOccasion = (typeof accountOccasions)[number];

export interface AccountNotice {
  eventId: string;
  newsId: string;
  workspaceId: string;
  occasion: AccountOccasion;
  occurredAt: string;
  member: { id: string; name: string; email: string };
  workspaceName: string;
  /** The name of who did it; null for what anybody can ask for. */
  invitedBy: string | null;
  linkId: string;
  /** A secret, opened only to be mailed and never kept in the clear. */
  link: Sealed;
  expiresAt: string;
}

export const inviteOf = (event: Happened<DataOf<typeof MemberInvited>>): AccountNotice => ({
  ...notice('member-invited', event),
  invitedBy: event.data.invitedBy.name,
});

export const resetOf = (event: Happened<DataOf<typeof PasswordResetRequested>>): AccountNotice =>
  notice('password-reset', event);

function notice(
  occasion: AccountOccasion,
  { id, workspaceId, time, data }: Happened<DataOf<typeof PasswordResetRequested>>,
): AccountNotice {
  const { memberId, name, email, workspaceName, linkId, link, expiresAt } = data;
  return {
    eventId: id,
    newsId: linkId,
    workspaceId,
    occasion,
    occurredAt: time.toISOString(),
    member: { id: memberId, name, email },
    workspaceName,
    invitedBy: null,
    linkId,
    link,
    expiresAt,
  };
}

export type UnsentNoticeCode = 'recipient.deleted' | 'recipient.address-changed';

/** The member as they are by now. A link goes to the address it was made for, and only while that is theirs. */
export function whyNotToSend(
  { member: { email } }: AccountNotice,
  member: { email: string | null; deleted: boolean },
): UnsentNoticeCode | null {
  if (member.deleted) return 'recipient.deleted';
  return member.email?.toLowerCase() === email.toLowerCase() ? null : 'recipient.address-changed';
}
