import type { RoleDocument } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { seedMember, seedRole, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import type { ResourcesWorld } from './resources-world.fixture.ts';

type Grants = Pick<RoleDocument, 'sources' | 'destinations'>;

/** By id, or with what differs from the role. */
export interface Scopes {
  sources?: (string | Partial<Grants['sources'][number]>)[];
  destinations?: (string | Partial<Grants['destinations'][number]>)[];
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
    sources: sources?.map((grant) => ({ ...base.sources[0]!, ...named(grant) })) ?? base.sources,
    destinations: destinations?.map((grant) => ({ ...base.destinations[0]!, ...named(grant) })) ?? base.destinations,
  };
  const { manager } = world.service.dataSource;
  await seedRole(manager, workspace.id, role);
  const member = await seedMember(manager, workspace.id, { roleId: role.id });
  await world.signIn(member);
  return member;
}

const named = <Grant extends object>(grant: string | Grant): { scope: string } | Grant =>
  typeof grant === 'string' ? { scope: grant } : grant;
