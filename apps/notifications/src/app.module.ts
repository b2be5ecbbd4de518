import { Module } from '@nestjs/common';
import { AnnouncementsRepository } from './persistence/announcements.repository.ts';
import { DeliveriesView } from './persistence/deliveries.view.ts';
import { FeedRepository } from './persistence/feed.repository.ts';
import { FeedView } from './persistence/feed.view.ts';
import { MailPreferencesRepository } from './persistence/mail-preferences.repository.ts';
import { MailsRepository } from './persistence/mails.repository.ts';
import { MyPreferencesView } from './persistence/my-preferences.view.ts';
import { OldMailsRepository } from './persistence/old-mails.repository.ts';
import { ReviewThreadsRepository } from './persistence/review-threads.repository.ts';
import { SubscriptionView } from './persistence/subscription.view.ts';
import { UnsubscribeTokensRepository } from './persistence/unsubscribe-tokens.repository.ts';
import { WaitingMailsView } from './persistence/waiting-mails.view.ts';
import { AccountEvents } from './transport/account-events.consumer.ts';
import { DeliveriesController } from './transport/deliveries.controller.ts';
import { MailReport } from './transport/mail/mail-report.ts';
import { Smtp } from './transport/mail/smtp.ts';
import { OneClickForms } from './transport/one-click-forms.ts';
import { PreferencesController } from './transport/preferences.controller.ts';
import { PublicationEvents } from './transport/publication-events.consumer.ts';
import { RequestEvents } from './transport/request-events.consumer.ts';
import { RequestFeed } from './transport/stream/request-feed.consumer.ts';
import { RunFeed } from './transport/stream/run-feed.consumer.ts';
import { StateFeed } from './transport/stream/state-feed.consumer.ts';
import { StreamController } from './transport/stream/stream.controller.ts';
import { UnsubscribeController } from './transport/unsubscribe.controller.ts';
import { Announce } from './use-cases/announce.ts';
import { AnnounceRequest } from './use-cases/announce-request.ts';
import { AnnounceStaleDrafts } from './use-cases/announce-stale-drafts.ts';
import { ClaimMails } from './use-cases/claim-mails.ts';
import { DeliverMail } from './use-cases/deliver-mail.ts';
import { ForgetOldFeed } from './use-cases/forget-old-feed.ts';
import { ForgetOldMails } from './use-cases/forget-old-mails.ts';
import { PrepareAccountMail } from './use-cases/prepare-account-mail.ts';
import { PrepareMail } from './use-cases/prepare-mail.ts';
import { PrepareNewsMail } from './use-cases/prepare-news-mail.ts';
import { RetryDelivery } from './use-cases/retry-delivery.ts';
import { SetPreferences } from './use-cases/set-preferences.ts';
import { Subscriptions } from './use-cases/subscriptions.ts';
import { TellFeed } from './use-cases/tell-feed.ts';
import { TellFeedOfRequest } from './use-cases/tell-feed-of-request.ts';
import { TellFeedOfRun } from './use-cases/tell-feed-of-run.ts';
import { TellFeedOfSync } from './use-cases/tell-feed-of-sync.ts';
import { Unsubscribe } from './use-cases/unsubscribe.ts';

@Module({
  controllers: [
    DeliveriesController,
    PreferencesController,
    UnsubscribeController,
    RequestEvents,
    PublicationEvents,
    AccountEvents,
    StreamController,
    StateFeed,
    RequestFeed,
    RunFeed,
  ],
  providers: [
    AnnouncementsRepository,
    MailsRepository,
    OldMailsRepository,
    ReviewThreadsRepository,
    MailPreferencesRepository,
    UnsubscribeTokensRepository,
    DeliveriesView,
    MyPreferencesView,
    SubscriptionView,
    WaitingMailsView,
    Announce,
    AnnounceRequest,
    AnnounceStaleDrafts,
    ClaimMails,
    Subscriptions,
    PrepareNewsMail,
    PrepareAccountMail,
    PrepareMail,
    DeliverMail,
    RetryDelivery,
    SetPreferences,
    Unsubscribe,
    ForgetOldMails,
    FeedRepository,
    FeedView,
    TellFeed,
    TellFeedOfSync,
    TellFeedOfRequest,
    TellFeedOfRun,
    ForgetOldFeed,
    OneClickForms,
    Smtp,
    MailReport,
  ],
})
export class AppModule {}
