import { access } from '@imprimatur/access';
import type { Clock } from '@imprimatur/kernel';
import { createService, kitMigrations, type ServiceApp } from '@imprimatur/service-kit';
import { ApprovalsModule, approvalsProviders } from './app.module.ts';
import type { ApprovalsConfig } from './config.ts';
import { approvalsEntities } from './persistence/approvals-entities.ts';
import { ownMigrations } from './persistence/approvals-migrations.ts';
import { ApprovalRequestsController } from './transport/approval-requests.controller.ts';
import { OverdueOutcomes } from './transport/overdue-outcomes.task.ts';
import { RequestConversationController } from './transport/request-conversation.controller.ts';
import { RequestDecisionsController } from './transport/request-decisions.controller.ts';
import { ResourcesEventsConsumer } from './transport/resources-events.consumer.ts';
import { ResourcesStateConsumer } from './transport/resources-state.consumer.ts';
import { SettingsEffectController } from './transport/settings-effect.controller.ts';
import { UnattendedRequests } from './transport/unattended-requests.task.ts';

/** Everything the service's database needs, what it has of the libraries included. */
export const approvalsMigrations: Function[] = [...kitMigrations, ...access.migrations, ...ownMigrations];

/** The approvals service, put together and not yet started. */
export function createApprovalsApp(config: ApprovalsConfig, clock?: Clock): Promise<ServiceApp> {
  return createService({
    service: 'approvals',
    config,
    module: ApprovalsModule,
    entities: approvalsEntities,
    migrations: [...access.migrations, ...ownMigrations],
    controllers: [
      ...access.controllers,
      ApprovalRequestsController,
      RequestDecisionsController,
      RequestConversationController,
      SettingsEffectController,
      ResourcesEventsConsumer,
      ResourcesStateConsumer,
    ],
    providers: [...access.providers, ...approvalsProviders],
    guards: access.guards,
    background: [OverdueOutcomes, UnattendedRequests],
    ...(clock && { clock }),
    openapi: {
      title: 'Imprimatur approvals',
      description: 'Approval requests: what is to be published, who decides, and what became of it.',
    },
  });
}
