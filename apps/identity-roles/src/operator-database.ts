import { createDataSource, createLogger } from '@imprimatur/service-kit';
import type { DataSource } from 'typeorm';
import { identityRolesEntities } from './persistence/identity-roles-entities.ts';

/** The service's database without the service, for operators' commands. */
export function openOperatorDatabase(url: string): Promise<DataSource> {
  const own = { entities: identityRolesEntities, migrations: [], poolSize: 2 };
  const applicationName = 'imprimatur-identity-roles-operator';
  return createDataSource({ url, ...own, applicationName }, createLogger('identity-roles', 'warn')).initialize();
}
