import type { Plan } from '@imprimatur/contracts';
import {
  identityRolesEntities,
  seedWorkspace,
  type SeededWorkspace,
  type SeedMember,
} from '@imprimatur/identity-roles';
import { createDataSource, createLogger } from '@imprimatur/service-kit';

export interface WorkspaceSeedling {
  slug: string;
  name: string;
  plan: Plan;
  members: SeedMember[];
}

/** Puts a workspace with members who have passwords into the database of identity-roles, as an operator's command would. */
export async function workspaceOf(identityUrl: string, seed: WorkspaceSeedling): Promise<SeededWorkspace> {
  const options = {
    ...{ url: identityUrl, poolSize: 2, applicationName: 'seed' },
    ...{ entities: identityRolesEntities, migrations: [] },
  };
  const dataSource = await createDataSource(options, createLogger('seed', 'error')).initialize();
  try {
    return await seedWorkspace(dataSource, seed);
  } finally {
    await dataSource.destroy();
  }
}
