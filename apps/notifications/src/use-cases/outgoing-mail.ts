import type { AccountOccasion, UnsentNoticeCode } from '../domain/account-notice.ts';
import type { Occasion } from '../domain/announcement.ts';
import type { Reason } from '../domain/delivery.ts';
import type { UntoldCode } from '../domain/judgement.ts';
import type { Letter } from '../domain/letter.ts';

/** A mail with everything but its form. */
export interface OutgoingMail {
  to: { name: string; address: string };
  letter: Letter;
  messageId: string;
  /** The Message-ID of the first mail of its thread, if it is not the first itself. */
  root: string | null;
  occasion: Occasion | AccountOccasion;
  reason: Reason;
  /** Null for what is about the reader's account: that is on no list. */
  workspace: { id: string; slug: string } | null;
  requestId: string | null;
  /** What is in the letter and must be nowhere else, also not in what a mail server quotes of it. */
  secret: string | null;
}

export type Prepared =
  | { kind: 'ready'; mail: OutgoingMail }
  | { kind: 'skip'; code: UntoldCode | UnsentNoticeCode }
  | { kind: 'wait'; code: 'recipient.not-known-yet' | 'rights.unconfirmed' | 'link.unreadable' };
