import type { AccountNotice } from './account-notice.ts';
import type { Announcement } from './announcement.ts';

/** Whatever is kept to be mailed. */
export type Announced = Announcement | AccountNotice;

export const isNotice = (announced: Announced): announced is AccountNotice => 'linkId' in announced;

export type LateCode = 'event.too-old' | 'link.expired';

const NEWS_LIFETIME_MS = 24 * 3_600_000;

/** Why it is too late to mail this, or to try again: news are old after a day, a link when it has expired. */
export function lateCode(announced: Announced, now: Date): LateCode | null {
  if (isNotice(announced)) return now >= new Date(announced.expiresAt) ? 'link.expired' : null;
  return now.getTime() - new Date(announced.occurredAt).getTime() > NEWS_LIFETIME_MS ? 'event.too-old' : null;
}
