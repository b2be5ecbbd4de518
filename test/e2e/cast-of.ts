import type { Plan } from '@imprimatur/contracts';
import { identityRolesEntities, seedWorkspace } from '@imprimatur/identity-roles';
import { createDataSource, createLogger } from '@imprimatur/service-kit';
import { cast, PASSWORD, type Place, type Player } from './world.ts';

const nameOf = (player: string): string => player[0]!.toUpperCase() + player.slice(1);

/** Puts a fresh workspace with the whole cast into the database of identity-roles, as the operator's command would. */
export async function workspaceWithCast(identityUrl: string, slug: string, plan: Plan): Promise<Place> {
  const mailOf = (player: Player): string => `${player}@${slug}.example`;
  const members = (Object.keys(cast) as Player[]).map((player) => ({
    key: player,
    name: nameOf(player),
    email: mailOf(player),
    password: PASSWORD,
    roleKey: cast[player],
  }));
  const options = {
    url: identityUrl,
    poolSize: 2,
    entities: identityRolesEntities,
    migrations: [],
    applicationName: 'cast',
  };
  const dataSource = await createDataSource(options, createLogger('cast', 'error')).initialize();
  try {
    const { workspaceId, memberIds } = await seedWorkspace(dataSource, { slug, name: nameOf(slug), plan, members });
    return { slug, workspaceId, members: memberIds, mailOf };
  } finally {
    await dataSource.destroy();
  }
}
