import { describeSchema } from '@imprimatur/testing';
import { approvalsMigrations } from '../create-approvals-app.ts';
import { approvalsEntities } from './approvals-entities.ts';

describeSchema({ service: 'approvals', entities: approvalsEntities, migrations: approvalsMigrations });
