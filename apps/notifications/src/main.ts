import { runService } from '@imprimatur/service-kit';
import { notificationsConfigFrom } from './config.ts';
import { createNotificationsApp } from './create-notifications-app.ts';

await runService(() => createNotificationsApp(notificationsConfigFrom(process.env)));
