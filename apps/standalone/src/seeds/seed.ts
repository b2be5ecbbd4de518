import { defaultSettings } from '@imprimatur/contracts';
import { seedWorkspace } from '@imprimatur/identity-roles';
import type { EmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import type { ServiceApps } from '../services/all-services.ts';
import { seedAcme } from './acme.ts';
import { connect } from './connect.ts';
import { demoMembers, demoWorkspaces, DEMO_PASSWORD } from './demo-people.ts';
import { outsideDatabases } from './outside-databases.ts';

/** Fills an empty standalone: people straight into identity-roles, everything else as its members would, over the API. */
export async function seed(url: string, postgres: EmbeddedPostgres, apps: ServiceApps): Promise<void> {
  const [outside] = await Promise.all([outsideDatabases(postgres), seedPeople(apps)]);
  await Promise.all([
    connect(url, 'acme', outside).then((ends) => seedAcme(url, ends)),
    connect(url, 'story', outside),
  ]);
}

/** One workspace after the other: they share their people. */
async function seedPeople(apps: ServiceApps): Promise<void> {
  const members = demoMembers.map(({ name, email, roleKey }) => ({
    key: name,
    name,
    email,
    roleKey,
    password: DEMO_PASSWORD,
  }));
  for (const { slug, name, plan, requireApprovals } of demoWorkspaces) {
    const settings = { ...defaultSettings, requireApprovals };
    await seedWorkspace(apps['identity-roles'].dataSource, { slug, name, plan, settings, members });
  }
}
