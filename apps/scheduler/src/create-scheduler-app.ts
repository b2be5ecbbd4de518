import { access } from '@imprimatur/access';
import { CredentialSealer } from '@imprimatur/connectors';
import { newId, type Clock } from '@imprimatur/kernel';
import { createService, kitMigrations, type ServiceApp } from '@imprimatur/service-kit';
import { SchedulerModule, schedulerProviders } from './app.module.ts';
import type { SchedulerConfig } from './config.ts';
import { RunSettings } from './domain/run-settings.ts';
import { ownMigrations, schedulerEntities } from './persistence/schema.ts';
import { ConnectionsConsumer } from './transport/connections.consumer.ts';
import { ResourcesStateConsumer } from './transport/resources-state.consumer.ts';
import { RunLoop } from './transport/run-loop.ts';
import { RunRetention } from './transport/run-retention.task.ts';
import { RunsController } from './transport/runs.controller.ts';
import { ScheduleListController } from './transport/schedule-list.controller.ts';
import { SchedulePreviewController } from './transport/schedule-preview.controller.ts';
import { SchedulesController } from './transport/schedules.controller.ts';

/** Everything the service's database needs, what it has of the libraries included. */
export const schedulerMigrations: Function[] = [...kitMigrations, ...access.migrations, ...ownMigrations];

/** The scheduler service, put together and not yet started. */
export function createSchedulerApp(config: SchedulerConfig, clock?: Clock): Promise<ServiceApp> {
  return createService({
    service: 'scheduler',
    config,
    module: SchedulerModule,
    entities: schedulerEntities,
    migrations: [...access.migrations, ...ownMigrations],
    controllers: [
      ...access.controllers,
      RunsController,
      ScheduleListController,
      SchedulePreviewController,
      SchedulesController,
      ResourcesStateConsumer,
      ConnectionsConsumer,
    ],
    providers: [
      ...access.providers,
      ...schedulerProviders,
      { provide: CredentialSealer, useValue: new CredentialSealer(config.sealingKeys) },
      { provide: RunSettings, useValue: runSettings(config) },
    ],
    guards: access.guards,
    background: [RunLoop, RunRetention],
    ...(clock && { clock }),
    openapi: {
      title: 'Imprimatur scheduler',
      description: 'When syncs run, whether they may, and what became of each run.',
    },
  });
}

function runSettings(config: SchedulerConfig): RunSettings {
  return {
    owner: newId(),
    workers: config.runWorkers,
    tickIntervalMs: config.tickIntervalMs,
    recheckDelayMs: config.recheckDelayMs,
    leaseMs: config.runLeaseMs,
    statementTimeoutMs: config.runStatementTimeoutMs,
  };
}
