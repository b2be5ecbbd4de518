import { AnnouncementRow } from './announcement.row.ts';
import { MailRow } from './mail.row.ts';
import { CreateAnnouncement1767225700001 } from './migrations/1767225700001-create-announcement.ts';
import { CreateMail1767225700002 } from './migrations/1767225700002-create-mail.ts';
import { CreateReviewThread1767225700003 } from './migrations/1767225700003-create-review-thread.ts';
import { ReviewThreadRow } from './review-thread.row.ts';

export const notificationsEntities: Function[] = [AnnouncementRow, MailRow, ReviewThreadRow];

/** The service's own tables, in order. */
export const ownMigrations: Function[] = [
  CreateAnnouncement1767225700001,
  CreateMail1767225700002,
  CreateReviewThread1767225700003,
];
