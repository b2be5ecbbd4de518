import { runService } from '@imprimatur/service-kit';
import process from 'node:process';
import { schedulerConfigFrom } from './config.ts';
import { createSchedulerApp } from './create-scheduler-app.ts';

await runService(async () => createSchedulerApp(schedulerConfigFrom(process.env)));
