import { access } from '@imprimatur/access';
import type { Clock } from '@imprimatur/kernel';
import { createService, kitMigrations, parseSealingKeys, Sealer, type ServiceApp } from '@imprimatur/service-kit';
import { AppModule } from './app.module.ts';
import type { NotificationsConfig } from './config.ts';
import { notificationsEntities, ownMigrations } from './persistence/notifications-schema.ts';
import { MailSender } from './transport/mail/mail-sender.ts';
import { MailRetention } from './transport/mail-retention.task.ts';
import { FeedRetention } from './transport/stream/feed-retention.task.ts';
import { OpenStreams } from './transport/stream/open-streams.task.ts';
import { MailSettings } from './transport/mail/mail-settings.ts';

/** Everything the service's database needs, what it has of the libraries included. */
export const notificationsMigrations: Function[] = [...kitMigrations, ...access.migrations, ...ownMigrations];

/** The notifications service, put together and not yet started. */
export function createNotificationsApp(config: NotificationsConfig, clock?: Clock): Promise<ServiceApp> {
  const { keys, currentKeyId } = parseSealingKeys(config.linkSealingKeys);
  return createService({
    service: 'notifications',
    config,
    module: AppModule,
    entities: notificationsEntities,
    migrations: [...access.migrations, ...ownMigrations],
    controllers: access.controllers,
    providers: [
      ...access.providers,
      { provide: Sealer, useValue: new Sealer(keys, currentKeyId) },
      { provide: MailSettings, useValue: new MailSettings(config.smtpUrl, config.mailFrom) },
    ],
    guards: access.guards,
    background: [MailSender, MailRetention, OpenStreams, FeedRetention],
    ...(clock && { clock }),
    openapi: {
      title: 'Notifications',
      description: 'Mail to those whom a change concerns, what became of it, and changes as they happen.',
    },
  });
}
