import { access, IdentityProjection, ProjectedDirectory } from '@imprimatur/access';
import type { DataOf, EventContract } from '@imprimatur/contracts';
import type { Freshness, Received } from '@imprimatur/messaging';
import { kitMigrations, Metrics, PublicUrl, Sealer } from '@imprimatur/service-kit';
import { FixedClock, smtpSink, testDatabase, type SmtpSink, type TestDatabase } from '@imprimatur/testing';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AnnouncementsRepository } from '../src/persistence/announcements.repository.ts';
import { MailPreferencesRepository } from '../src/persistence/mail-preferences.repository.ts';
import { MailRow } from '../src/persistence/mail.row.ts';
import { MailsRepository } from '../src/persistence/mails.repository.ts';
import { notificationsEntities, ownMigrations } from '../src/persistence/notifications-schema.ts';
import { ReviewThreadsRepository } from '../src/persistence/review-threads.repository.ts';
import { UnsubscribeTokensRepository } from '../src/persistence/unsubscribe-tokens.repository.ts';
import { WaitingMailsView } from '../src/persistence/waiting-mails.view.ts';
import { MailReport } from '../src/transport/mail/mail-report.ts';
import { MailSender } from '../src/transport/mail/mail-sender.ts';
import { MailSettings } from '../src/transport/mail/mail-settings.ts';
import { Smtp } from '../src/transport/mail/smtp.ts';
import { AnnounceRequest } from '../src/use-cases/announce-request.ts';
import { AnnounceStaleDrafts } from '../src/use-cases/announce-stale-drafts.ts';
import { Announce } from '../src/use-cases/announce.ts';
import { ClaimMails } from '../src/use-cases/claim-mails.ts';
import { DeliverMail } from '../src/use-cases/deliver-mail.ts';
import { PrepareAccountMail } from '../src/use-cases/prepare-account-mail.ts';
import { PrepareMail } from '../src/use-cases/prepare-mail.ts';
import { PrepareNewsMail } from '../src/use-cases/prepare-news-mail.ts';
import { Subscriptions } from '../src/use-cases/subscriptions.ts';
import { Unsubscribe } from '../src/use-cases/unsubscribe.ts';
import type { Acme } from './people.ts';
import { RecordedLogger } from './recorded-logger.ts';

/** The service without bus and HTTP: a real database, a real mail server, and the use cases between them. */
export class NotificationsHarness {
  readonly clock = new FixedClock(new Date());
  readonly mails = new MailsRepository();
  readonly preferences = new MailPreferencesRepository();
  readonly unsubscribe: Unsubscribe;
  readonly subscriptions: Subscriptions;
  /** What identity-roles seals links with. */
  readonly links = new Sealer({ links: randomBytes(32) }, 'links');
  readonly announce: Announce;
  readonly announceRequest: AnnounceRequest;
  readonly announceStaleDrafts: AnnounceStaleDrafts;
  readonly sender: MailSender;
  readonly metrics = new Metrics('notifications');
  readonly logger = new RecordedLogger();
  /** Whether the copy of members and roles may be out of date. */
  behind = false;

  private readonly smtp: Smtp;

  private constructor(
    readonly database: TestDatabase,
    readonly sink: SmtpSink,
  ) {
    const { dataSource } = database;
    const announcements = new AnnouncementsRepository();
    const threads = new ReviewThreadsRepository();
    this.announce = new Announce(announcements, this.mails, this.clock);
    const directory = new ProjectedDirectory(dataSource);
    const freshness = { behind: () => Promise.resolve(this.behind) } as unknown as Freshness;
    const publicUrl = new PublicUrl('https://approvals.acme.example');
    const tokens = new UnsubscribeTokensRepository();
    this.unsubscribe = new Unsubscribe(tokens, this.preferences);
    this.subscriptions = new Subscriptions(dataSource, this.preferences, tokens, publicUrl);
    const news = new PrepareNewsMail(directory, freshness, this.subscriptions, publicUrl, this.clock);
    const prepare = new PrepareMail(news, new PrepareAccountMail(directory, this.links));
    const deliver = new DeliverMail(dataSource, announcements, this.mails, prepare, this.clock);
    this.announceRequest = new AnnounceRequest(threads, this.announce);
    this.announceStaleDrafts = new AnnounceStaleDrafts(threads, this.announce);
    this.smtp = new Smtp(new MailSettings(sink.url, { name: 'Imprimatur', address: 'approvals@mail.example' }));
    this.sender = new MailSender(
      dataSource,
      new ClaimMails(dataSource, this.mails),
      deliver,
      this.smtp,
      new MailReport(this.metrics, new WaitingMailsView(dataSource), this.logger),
      this.logger,
    );
  }

  static async start(): Promise<NotificationsHarness> {
    const migrations = [...kitMigrations, ...access.migrations, ...ownMigrations];
    const database = await testDatabase({ entities: notificationsEntities, migrations });
    return new NotificationsHarness(database, await smtpSink());
  }

  /** Tells the service of a workspace, as the identity topic would. */
  async know({ workspace, roles, members }: Acme): Promise<void> {
    const projection = new IdentityProjection();
    const received = <C extends EventContract>(data: DataOf<C>) => ({ data }) as Received<C>;
    await this.transaction(async (tx) => {
      await projection.workspace(received(workspace), { tx });
      for (const role of roles) await projection.role(received(role), { tx });
      for (const member of members) await projection.member(received(member), { tx });
    });
  }

  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.dataSource.transaction(work);
  }

  rows(workspaceId: string): Promise<MailRow[]> {
    return this.database.dataSource.manager.find(MailRow, { where: { workspaceId }, order: { createdAt: 'ASC' } });
  }

  async close(): Promise<void> {
    await this.sender.stop();
    this.smtp.onModuleDestroy();
    await this.sink.close();
    await this.database.drop();
  }
}
