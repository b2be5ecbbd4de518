export { approvalsConfigFrom, type ApprovalsConfig } from './config.ts';
export { approvalsMigrations, createApprovalsApp } from './create-approvals-app.ts';
