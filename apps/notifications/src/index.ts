import { access } from '@imprimatur/access';
import { kitMigrations } from '@imprimatur/service-kit';
import { ownMigrations } from './persistence/notifications-schema.ts';

export { notificationsConfigFrom, type NotificationsConfig } from './config.ts';
export { createNotificationsApp } from './create-notifications-app.ts';

/** Everything the service's database needs, in order. */
export const notificationsMigrations: Function[] = [...kitMigrations, ...access.migrations, ...ownMigrations];
