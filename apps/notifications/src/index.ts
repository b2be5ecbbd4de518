export { notificationsConfigFrom, type NotificationsConfig } from './config.ts';
export { createNotificationsApp, notificationsMigrations } from './create-notifications-app.ts';
