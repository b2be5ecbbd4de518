import { describeSchema } from '@imprimatur/testing';
import { notificationsMigrations } from '../create-notifications-app.ts';
import { notificationsEntities } from './notifications-schema.ts';

describeSchema({ service: 'notifications', entities: notificationsEntities, migrations: notificationsMigrations });
