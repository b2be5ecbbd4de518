import type { RoleDocument } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { seedMember, seedRole, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import type { ResourcesWorld } from './resources-world.fixture.ts';

export interface Scopes {
  sources?: string[];
  destinations?: string[];
}

/** A member, signed in, who has the rights of a built-in role on the named sources and destinations alone; not named: on all. */
export async function scopedMember(
  world: ResourcesWorld,
  workspace: SeededWorkspace,
  { sources, destinations }: Scopes,
  as: keyof SeededWorkspace['roles'] = 'admin',
): Promise<SeededMember> {
  const base = workspace.roles[as];
  const role: RoleDocument = {
    ...base,
    ...{ id: newId(), name: 'scoped', builtIn: false },
    sources: sources?.map((scope) => ({ ...base.sources[0]!, scope })) ?? base.sources,
    destinations: destinations?.map((scope) => ({ ...base.destinations[0]!, scope })) ?? base.destinations,
  };
  const { manager } = world.service.dataSource;
  await seedRole(manager, workspace.id, role);
  const member = await seedMember(manager, workspace.id, { roleId: role.id });
  await world.signIn(member);
  return member;
}
