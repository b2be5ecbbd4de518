import { AnnouncementRow } from './announcement.row.ts';
import { MailPreferenceRow } from './mail-preference.row.ts';
import { MailRow } from './mail.row.ts';
import { CreateAnnouncement1767225700001 } from './migrations/1767225700001-create-announcement.ts';
import { CreateMail1767225700002 } from './migrations/1767225700002-create-mail.ts';
import { CreateReviewThread1767225700003 } from './migrations/1767225700003-create-review-thread.ts';
import { CreateMailPreference1767225700004 } from './migrations/1767225700004-create-mail-preference.ts';
import { CreateUnsubscribeToken1767225700005 } from './migrations/1767225700005-create-unsubscribe-token.ts';
import { AddItemsToReviewThread1767225700006 } from './migrations/1767225700006-add-items-to-review-thread.ts';
import { SendEachMessageOnce1767225700007 } from './migrations/1767225700007-send-each-message-once.ts';
import { IndexMailAge1767225700008 } from './migrations/1767225700008-index-mail-age.ts';
import { IndexAnnouncementAge1767225700009 } from './migrations/1767225700009-index-announcement-age.ts';
import { CreateFeed1767225700010 } from './migrations/1767225700010-create-feed.ts';
import { CreateFeedAudience1767225700011 } from './migrations/1767225700011-create-feed-audience.ts';
import { RememberWhatTheFeedForgot1767225700012 } from './migrations/1767225700012-remember-what-the-feed-forgot.ts';
import { ReviewThreadRow } from './review-thread.row.ts';
import { UnsubscribeTokenRow } from './unsubscribe-token.row.ts';

export const notificationsEntities: Function[] = [
  AnnouncementRow,
  MailRow,
  ReviewThreadRow,
  MailPreferenceRow,
  UnsubscribeTokenRow,
];

/** The service's own tables, in order. */
export const ownMigrations: Function[] = [
  CreateAnnouncement1767225700001,
  CreateMail1767225700002,
  CreateReviewThread1767225700003,
  CreateMailPreference1767225700004,
  CreateUnsubscribeToken1767225700005,
  AddItemsToReviewThread1767225700006,
  SendEachMessageOnce1767225700007,
  IndexMailAge1767225700008,
  IndexAnnouncementAge1767225700009,
  CreateFeed1767225700010,
  CreateFeedAudience1767225700011,
  RememberWhatTheFeedForgot1767225700012,
];
