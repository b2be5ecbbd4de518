import { approvalsConfigFrom, approvalsMigrations, createApprovalsApp } from '@imprimatur/approvals';
import type { Service } from '@imprimatur/contracts';
import { createIdentityRolesApp, identityRolesConfigFrom, identityRolesMigrations } from '@imprimatur/identity-roles';
import { createNotificationsApp, notificationsConfigFrom, notificationsMigrations } from '@imprimatur/notifications';
import { createResourcesApp, resourcesConfigFrom, resourcesMigrations } from '@imprimatur/resources';
import { createSchedulerApp, schedulerConfigFrom, schedulerMigrations } from '@imprimatur/scheduler';
import { kitMigrations, type ServiceApp } from '@imprimatur/service-kit';

type Environment = Record<string, string | undefined>;

/** How to migrate and create a service from nothing but its environment. */
export interface ServiceBlueprint {
  migrations: Function[];
  /** Throws, naming every bad variable. */
  configFrom: (environment: Environment) => unknown;
  create: (environment: Environment) => Promise<ServiceApp>;
}

const blueprint = <Config>(
  own: readonly Function[],
  configFrom: (environment: Environment) => Config,
  create: (config: Config) => Promise<ServiceApp>,
): ServiceBlueprint => ({
  migrations: [...new Set([...kitMigrations, ...own])],
  configFrom,
  create: (environment) => create(configFrom(environment)),
});

export const blueprints: Record<Service, ServiceBlueprint> = {
  'identity-roles': blueprint(identityRolesMigrations, identityRolesConfigFrom, createIdentityRolesApp),
  resources: blueprint(resourcesMigrations, resourcesConfigFrom, createResourcesApp),
  approvals: blueprint(approvalsMigrations, approvalsConfigFrom, createApprovalsApp),
  notifications: blueprint(notificationsMigrations, notificationsConfigFrom, createNotificationsApp),
  scheduler: blueprint(schedulerMigrations, schedulerConfigFrom, createSchedulerApp),
};
