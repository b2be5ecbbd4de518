import { access } from '@imprimatur/access';
import type { Clock } from '@imprimatur/kernel';
import { createService, type ServiceApp } from '@imprimatur/service-kit';
import { AppModule } from './app.module.ts';
import type { NotificationsConfig } from './config.ts';
import { notificationsEntities, ownMigrations } from './persistence/notifications-schema.ts';
import { MailSender } from './transport/mail/mail-sender.ts';
import { MailSettings } from './transport/mail/mail-settings.ts';

export function createNotificationsApp(config: NotificationsConfig, clock?: Clock): Promise<ServiceApp> {
  return createService({
    service: 'notifications',
    config,
    module: AppModule,
    entities: notificationsEntities,
    migrations: [...access.migrations, ...ownMigrations],
    controllers: access.controllers,
    providers: [
      ...access.providers,
      { provide: MailSettings, useValue: new MailSettings(config.smtpUrl, config.mailFrom) },
    ],
    guards: access.guards,
    background: [MailSender],
    ...(clock && { clock }),
    openapi: { title: 'Notifications', description: 'Mail to those whom a change concerns, and what became of it.' },
  });
}
