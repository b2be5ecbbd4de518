import { access } from '@imprimatur/access';
import { CredentialSealer } from '@imprimatur/connectors';
import type { Clock } from '@imprimatur/kernel';
import { createService, kitMigrations, type ServiceApp } from '@imprimatur/service-kit';
import { ResourcesModule, resourcesProviders } from './app.module.ts';
import type { ResourcesConfig } from './config.ts';
import { resourcesEntities } from './persistence/rows/entities.ts';
import { ownMigrations } from './persistence/own-migrations.ts';
import { ApprovalsConsumer } from './transport/approvals.consumer.ts';
import { AudiencesController } from './transport/audiences/audiences.controller.ts';
import { ChangeSetsController } from './transport/change-sets.controller.ts';
import { DestinationTablesController } from './transport/connections/destination-tables.controller.ts';
import { DestinationsController } from './transport/connections/destinations.controller.ts';
import { JourneysController } from './transport/journeys/journeys.controller.ts';
import { ModelDraftsController } from './transport/drafts/model-drafts.controller.ts';
import { ModelRecordsController } from './transport/records/model-records.controller.ts';
import { ModelsController } from './transport/models.controller.ts';
import { PreviewController } from './transport/connections/preview.controller.ts';
import { ResendSubmissionsTask } from './transport/resend-submissions.task.ts';
import { SourceTablesController } from './transport/connections/source-tables.controller.ts';
import { SourcesController } from './transport/connections/sources.controller.ts';
import { SyncDraftsController } from './transport/drafts/sync-drafts.controller.ts';
import { SyncRecordsController } from './transport/records/sync-records.controller.ts';
import { SyncsController } from './transport/syncs.controller.ts';

/** Everything the service's database needs, what it has of the libraries included. */
export const resourcesMigrations: Function[] = [...kitMigrations, ...access.migrations, ...ownMigrations];

/** The resources service, put together and not yet started. */
export function createResourcesApp(config: ResourcesConfig, clock?: Clock): Promise<ServiceApp> {
  return createService({
    service: 'resources',
    config,
    module: ResourcesModule,
    entities: resourcesEntities,
    migrations: [...access.migrations, ...ownMigrations],
    controllers: [
      ...access.controllers,
      SourcesController,
      SourceTablesController,
      DestinationsController,
      DestinationTablesController,
      PreviewController,
      ModelsController,
      ModelDraftsController,
      ModelRecordsController,
      SyncsController,
      SyncDraftsController,
      SyncRecordsController,
      ChangeSetsController,
      AudiencesController,
      JourneysController,
      ApprovalsConsumer,
    ],
    providers: [
      ...access.providers,
      ...resourcesProviders,
      { provide: CredentialSealer, useValue: new CredentialSealer(config.sealingKeys) },
    ],
    guards: access.guards,
    background: [ResendSubmissionsTask],
    ...(clock && { clock }),
    openapi: {
      title: 'Imprimatur resources',
      description:
        'Sources, destinations, models and syncs: their drafts, their versions, and how one becomes the other. Audiences and journeys.',
    },
  });
}
