import type { AccountNotice } from './account-notice.ts';
import type { Letter } from './letter.ts';
import { momentIn } from './moment-in.ts';
import { oneLine } from './readable.ts';

export interface AccountLetterContext {
  /** The secret. */
  link: string;
  timeZone: string;
}

/** What a mail about the reader's own account says. */
export function accountLetter(notice: AccountNotice, { link, timeZone }: AccountLetterContext): Letter {
  const workspace = oneLine(notice.workspaceName, 60);
  const invitedBy = oneLine(notice.invitedBy ?? 'Somebody', 100);
  const until = momentIn(timeZone, new Date(notice.expiresAt));
  return {
    ...(notice.occasion === 'member-invited' ? invitation(workspace, invitedBy) : reset(workspace)),
    workspace,
    facts: [
      { label: 'Account', value: oneLine(notice.member.email, 200) },
      { label: 'Link works until', value: until },
    ],
    comment: null,
    items: [],
    leftOut: [],
    url: link,
    spelledOut: true,
    unsubscribe: null,
  };
}

const invitation = (workspace: string, invitedBy: string) => ({
  subject: `${invitedBy} invites you to ${workspace} on Imprimatur`,
  headline: `${invitedBy} invites you to ${workspace}`,
  lead: 'Choose a password to join. The link works once.',
  actionLabel: 'Choose a password',
  why: `You get this mail because ${invitedBy} gave this address when inviting you. If you do not know them, ignore it: nothing happens until you choose a password.`,
});

const reset = (workspace: string) => ({
  subject: 'Choose a new password for Imprimatur',
  headline: 'Choose a new password',
  lead: 'Somebody, you we hope, asked for a new password for this account. The link works once.',
  actionLabel: 'Choose a new password',
  why: `You get this mail because your address has an account in ${workspace}. If you did not ask for it, ignore it: your password stays as it is.`,
});
