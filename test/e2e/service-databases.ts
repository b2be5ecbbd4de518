import { approvalsMigrations } from '@imprimatur/approvals';
import { services, type Service } from '@imprimatur/contracts';
import { identityRolesMigrations } from '@imprimatur/identity-roles';
import { notificationsMigrations } from '@imprimatur/notifications';
import { resourcesMigrations } from '@imprimatur/resources';
import { schedulerMigrations } from '@imprimatur/scheduler';
import { migrate } from '@imprimatur/service-kit';
import { emptyDatabase } from '@imprimatur/testing';

const migrations: Record<Service, Function[]> = {
  'identity-roles': identityRolesMigrations,
  resources: resourcesMigrations,
  approvals: approvalsMigrations,
  notifications: notificationsMigrations,
  scheduler: schedulerMigrations,
};

export interface ServiceDatabases {
  url: Record<Service, string>;
  drop(): Promise<void>;
}

/** A migrated database for each of the five services. */
export async function serviceDatabases(): Promise<ServiceDatabases> {
  const made = await Promise.all(
    services.map(async (service) => {
      const database = await emptyDatabase();
      await migrate(database.url, migrations[service]);
      return { service, database };
    }),
  );
  return {
    url: Object.fromEntries(made.map(({ service, database }) => [service, database.url])) as Record<Service, string>,
    drop: async () => {
      await Promise.all(made.map(({ database }) => database.drop()));
    },
  };
}
