import { describeSchema } from '@imprimatur/testing';
import { schedulerMigrations } from '../create-scheduler-app.ts';
import { schedulerEntities } from './schema.ts';

describeSchema({ service: 'scheduler', entities: schedulerEntities, migrations: schedulerMigrations });
