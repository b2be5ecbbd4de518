export { schedulerConfigFrom, type SchedulerConfig } from './config.ts';
export { createSchedulerApp, schedulerMigrations } from './create-scheduler-app.ts';
