import { runService } from '@imprimatur/service-kit';
import process from 'node:process';
import { approvalsConfigFrom } from './config.ts';
import { createApprovalsApp } from './create-approvals-app.ts';

await runService(async () => createApprovalsApp(approvalsConfigFrom(process.env)));
