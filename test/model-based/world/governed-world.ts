import { approvalsConfigFrom, createApprovalsApp } from '@imprimatur/approvals';
import { identityRolesConfigFrom, createIdentityRolesApp } from '@imprimatur/identity-roles';
import { resourcesConfigFrom, createResourcesApp } from '@imprimatur/resources';
import { schedulerConfigFrom, createSchedulerApp } from '@imprimatur/scheduler';
import type { ServiceApp } from '@imprimatur/service-kit';
import { localBus, type TestSigner } from '@imprimatur/testing';
import pg from 'pg';
import { environmentOf } from '../../e2e/environment.ts';
import { outsideWorld } from '../../e2e/outside-world.ts';
import { serviceDatabases } from '../../e2e/service-databases.ts';
import type { TestedDatabase } from '../../e2e/world.ts';
import { signerThatAllTrust } from './signer-that-all-trust.ts';

/** The services that decide about drafts, requests and runs. Notifications decides nothing: it would only send mails nobody reads. */
export const governing = ['identity-roles', 'resources', 'approvals', 'scheduler'] as const;
export type Governing = (typeof governing)[number];

export interface GovernedWorld {
  app(service: Governing): ServiceApp;
  /** For looking into the database of a service. */
  database(service: Governing): pg.Pool;
  databaseUrl(service: Governing): string;
  signer: TestSigner;
  warehouse: TestedDatabase;
  crm: TestedDatabase;
  close(): Promise<void>;
}

/** The governing services in this process, over the local transport on real databases. */
export async function governedWorld(): Promise<GovernedWorld> {
  const [databases, bus, outside] = await Promise.all([serviceDatabases(), localBus(), outsideWorld()]);
  const { warehouse, crm } = outside;
  const common = {
    ...environmentOf(outside),
    ...{ BUS: 'local', BUS_DATABASE_URL: bus.config.databaseUrl, DATABASE_POOL_SIZE: '10', LOG_LEVEL: 'error' },
  };
  const env = (service: Governing) => ({ ...common, DATABASE_URL: databases.url[service] });
  const apps: Record<Governing, ServiceApp> = {
    'identity-roles': await createIdentityRolesApp(identityRolesConfigFrom(env('identity-roles'))),
    resources: await createResourcesApp(resourcesConfigFrom(env('resources'))),
    approvals: await createApprovalsApp(approvalsConfigFrom(env('approvals'))),
    scheduler: await createSchedulerApp(schedulerConfigFrom(env('scheduler'))),
  };
  const pools = Object.fromEntries(
    governing.map((service) => [service, new pg.Pool({ connectionString: databases.url[service], max: 2 })]),
  ) as Record<Governing, pg.Pool>;
  for (const service of governing) {
    await apps[service].start();
    await apps[service].app.getHttpAdapter().getInstance().ready();
  }
  await warehouse.client.query('create table customers (id integer primary key, email text not null)');
  await warehouse.client.query(
    `insert into customers select n, 'c' || n || '@example.com' from generate_series(1, 3) n`,
  );
  await crm.client.query('create table contacts (external_id integer primary key, email text)');
  return {
    app: (service) => apps[service],
    database: (service) => pools[service],
    databaseUrl: (service) => databases.url[service],
    signer: await signerThatAllTrust(apps['identity-roles']),
    warehouse,
    crm,
    close: async () => {
      await Promise.all(governing.map((service) => apps[service].close()));
      await Promise.all(governing.map((service) => pools[service].end()));
      await Promise.all([databases.drop(), bus.drop(), outside.close()]);
    },
  };
}
