import { services, type Service } from '@imprimatur/contracts';
import { ensureTopics, prepareLocalBus } from '@imprimatur/messaging';
import { migrate, type ServiceApp } from '@imprimatur/service-kit';
import type { EmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { BUS_DATABASE, databaseOf, serviceEnvironment, type Surroundings } from './service-environment.ts';
import { blueprints } from './service-blueprints.ts';

export type ServiceApps = Record<Service, ServiceApp>;

const forEach = async <T>(work: (service: Service) => Promise<T>): Promise<Record<Service, T>> =>
  Object.fromEntries(await Promise.all(services.map(async (service) => [service, await work(service)]))) as Record<
    Service,
    T
  >;

/** Makes databases, bus and schemas what the services expect; nothing happens to what is there already. */
export async function prepare(postgres: EmbeddedPostgres, around: Surroundings): Promise<void> {
  for (const name of [BUS_DATABASE, ...services.map(databaseOf)]) await postgres.createDatabase(name);
  const bus = around.bus.kind === 'local' ? prepareLocalBus(around.bus.databaseUrl) : ensureTopics(around.bus);
  const schemas = forEach((service) =>
    migrate(around.databaseUrl(databaseOf(service)), blueprints[service].migrations),
  );
  await Promise.all([bus, schemas]);
}

/** The five services in this process, started and joined to the bus. When one cannot start, those that did are closed again. */
export async function startServices(around: Surroundings): Promise<ServiceApps> {
  const created: ServiceApp[] = [];
  try {
    return await forEach(async (service) => {
      const app = await blueprints[service].create(serviceEnvironment(service, around));
      created.push(app);
      await app.start();
      return app;
    });
  } catch (error) {
    await closeAll(created);
    throw error;
  }
}

export async function closeServices(apps: ServiceApps): Promise<void> {
  await closeAll(Object.values(apps));
}

async function closeAll(apps: ServiceApp[]): Promise<void> {
  const outcomes = await Promise.allSettled(apps.map((app) => app.close()));
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }): unknown => reason);
  if (failures.length > 0) throw new AggregateError(failures, 'a service did not close in good order');
}
