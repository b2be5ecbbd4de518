import { approvalsConfigFrom, createApprovalsApp } from '@imprimatur/approvals';
import { services, type Service } from '@imprimatur/contracts';
import { identityRolesConfigFrom, createIdentityRolesApp } from '@imprimatur/identity-roles';
import { notificationsConfigFrom, createNotificationsApp } from '@imprimatur/notifications';
import { resourcesConfigFrom, createResourcesApp } from '@imprimatur/resources';
import { schedulerConfigFrom, createSchedulerApp } from '@imprimatur/scheduler';
import type { ServiceApp } from '@imprimatur/service-kit';
import { localBus } from '@imprimatur/testing';
import { workspaceWithCast } from './cast-of.ts';
import { environmentOf } from './environment.ts';
import { outsideWorld } from './outside-world.ts';
import { serviceDatabases } from './service-databases.ts';
import type { World } from './world.ts';

export interface InProcessWorld extends World {
  app(service: Service): ServiceApp;
}

/** All five services in this process, over the local transport; with variables set otherwise, where a suite needs that. */
export async function inProcessWorld(variables: Record<string, string> = {}): Promise<InProcessWorld> {
  const [outside, databases, bus] = await Promise.all([outsideWorld(), serviceDatabases(), localBus()]);
  const common = {
    ...environmentOf(outside),
    BUS: 'local',
    BUS_DATABASE_URL: bus.config.databaseUrl,
    DATABASE_POOL_SIZE: '6',
    PORT: '0',
    LOG_LEVEL: 'error',
    ...variables,
  };
  const env = (service: Service): Record<string, string> => ({ ...common, DATABASE_URL: databases.url[service] });
  const apps: Record<Service, ServiceApp> = {
    'identity-roles': await createIdentityRolesApp(identityRolesConfigFrom(env('identity-roles'))),
    resources: await createResourcesApp(resourcesConfigFrom(env('resources'))),
    approvals: await createApprovalsApp(approvalsConfigFrom(env('approvals'))),
    notifications: await createNotificationsApp(notificationsConfigFrom(env('notifications'))),
    scheduler: await createSchedulerApp(schedulerConfigFrom(env('scheduler'))),
  };
  await Promise.all(
    services.map(async (service) => {
      await apps[service].start();
      await apps[service].listen();
    }),
  );
  const urls = Object.fromEntries(
    await Promise.all(services.map(async (service) => [service, await apps[service].app.getUrl()] as const)),
  );
  return {
    ...outside,
    app: (service) => apps[service],
    url: (service) => urls[service]!,
    databaseUrl: (service) => databases.url[service],
    workspace: (slug, plan) => workspaceWithCast(databases.url['identity-roles'], slug, plan),
    close: async () => {
      await Promise.all(services.map((service) => apps[service].close()));
      await Promise.all([databases.drop(), bus.drop(), outside.close()]);
    },
  };
}
