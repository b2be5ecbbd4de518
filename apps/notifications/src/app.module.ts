import { Module } from '@nestjs/common';
import { AnnouncementsRepository } from './persistence/announcements.repository.ts';
import { DeliveriesView } from './persistence/deliveries.view.ts';
import { MailsRepository } from './persistence/mails.repository.ts';
import { ReviewThreadsRepository } from './persistence/review-threads.repository.ts';
import { WaitingMailsView } from './persistence/waiting-mails.view.ts';
import { DeliveriesController } from './transport/deliveries.controller.ts';
import { MailReport } from './transport/mail/mail-report.ts';
import { Smtp } from './transport/mail/smtp.ts';
import { PublicationEvents } from './transport/publication-events.consumer.ts';
import { RequestEvents } from './transport/request-events.consumer.ts';
import { Announce } from './use-cases/announce.ts';
import { AnnounceRequest } from './use-cases/announce-request.ts';
import { AnnounceStaleDrafts } from './use-cases/announce-stale-drafts.ts';
import { ClaimMails } from './use-cases/claim-mails.ts';
import { DeliverMail } from './use-cases/deliver-mail.ts';
import { PrepareMail } from './use-cases/prepare-mail.ts';

@Module({
  controllers: [DeliveriesController, RequestEvents, PublicationEvents],
  providers: [
    AnnouncementsRepository,
    MailsRepository,
    ReviewThreadsRepository,
    DeliveriesView,
    WaitingMailsView,
    Announce,
    AnnounceRequest,
    AnnounceStaleDrafts,
    ClaimMails,
    PrepareMail,
    DeliverMail,
    Smtp,
    MailReport,
  ],
})
export class AppModule {}
