import { builtInRole, builtInRoles, type BuiltInRoleKey } from '@imprimatur/abilities';
import { defaultSettings, type Plan, type RoleDocument, type WorkspaceSettings } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import type { TestSigner } from './token-signer.ts';

type Queries = Pick<EntityManager, 'query'>;

export interface SeededMember {
  id: string;
  workspaceId: string;
  seq: number;
  name: string;
  email: string;
  roleId: string;
}

export interface SeededWorkspace {
  id: string;
  slug: string;
  /** The documents of the nine built-in roles in this workspace. */
  roles: Record<BuiltInRoleKey, RoleDocument>;
  /** One active person for each built-in role. */
  members: Record<BuiltInRoleKey, SeededMember>;
}

export interface IdentitySeed {
  plan?: Plan;
  settings?: Partial<WorkspaceSettings>;
  /** Its tokens will be accepted. */
  signer?: TestSigner;
}

/** Puts a workspace straight into a service's copy of identity: the nine roles and a member with each of them. */
export async function seedIdentity(tx: Queries, seed: IdentitySeed = {}): Promise<SeededWorkspace> {
  const id = newId();
  const slug = `workspace-${id.slice(-8)}`;
  const settings = { ...defaultSettings, requireApprovals: true, ...seed.settings };
  await tx.query(
    `insert into access_workspace (id, seq, deleted, slug, name, plan, settings) values ($1, 1, false, $2, $2, $3, $4)`,
    [id, slug, seed.plan ?? 'business', JSON.stringify(settings)],
  );
  if (seed.signer !== undefined) await seedKey(tx, seed.signer);
  const roles: Partial<SeededWorkspace['roles']> = {};
  const members: Partial<SeededWorkspace['members']> = {};
  for (const { key } of builtInRoles) {
    const role = builtInRole(key, newId());
    await seedRole(tx, id, role);
    roles[key] = role;
    members[key] = await seedMember(tx, id, { roleId: role.id, name: `The ${key}` });
  }
  return { id, slug, roles: roles as SeededWorkspace['roles'], members: members as SeededWorkspace['members'] };
}

/** Adds a role, or puts the document in the place of the one it has. */
export async function seedRole(tx: Queries, workspaceId: string, role: RoleDocument): Promise<void> {
  await tx.query(
    `insert into access_role (workspace_id, id, seq, deleted, document) values ($1, $2, 1, false, $3)
     on conflict (workspace_id, id) do update set seq = access_role.seq + 1, document = excluded.document`,
    [workspaceId, role.id, JSON.stringify(role)],
  );
}

/** Adds a member to a workspace that was seeded. */
export async function seedMember(
  tx: Queries,
  workspaceId: string,
  member: { roleId: string; name?: string; kind?: 'person' | 'service'; active?: boolean },
): Promise<SeededMember> {
  const id = newId();
  const { roleId, name = 'Somebody', kind = 'person', active = true } = member;
  const email = `${id}@example.com`;
  await tx.query(
    `insert into access_member (workspace_id, id, seq, deleted, kind, name, email, role_id, active)
     values ($1, $2, 1, false, $3, $4, $5, $6, $7)`,
    [workspaceId, id, kind, name, email, roleId, active],
  );
  return { id, workspaceId, seq: 1, name, email, roleId };
}

async function seedKey(tx: Queries, { key }: TestSigner): Promise<void> {
  await tx.query(
    'insert into access_key (kid, seq, deleted, jwk) values ($1, 1, false, $2) on conflict (kid) do nothing',
    [key.kid, JSON.stringify(key.jwk)],
  );
}
