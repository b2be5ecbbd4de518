import { Email } from '@imprimatur/contracts';
import type { BuiltInRoleKey } from '@imprimatur/abilities';
import type { Plan } from '@imprimatur/contracts';
import { systemCause } from '@imprimatur/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { Password } from '../../domain/password.ts';
import type { SettingsPatch } from '../../domain/workspace.ts';
import { hashPassword } from '../password-hashing.ts';
import { operatorUseCases } from './operator-use-cases.ts';

export interface SeedMember {
  /** What the caller knows the member by in the answer. */
  key: string;
  name: string;
  email: string;
  password: string;
  roleKey: BuiltInRoleKey;
}

export interface WorkspaceSeed {
  slug: string;
  name: string;
  plan: Plan;
  settings?: SettingsPatch;
  members: SeedMember[];
}

export interface SeededWorkspace {
  workspaceId: string;
  /** By the key of each; of an existing workspace, of those who are still members. */
  memberIds: Record<string, string>;
  created: boolean;
}

const SEED_LOCK = 7_106_176;

/**
 * Makes a workspace with members who can sign in, for demonstrations and tests. A workspace with this slug is left as it is.
 * An account that has a password keeps it.
 */
export function seedWorkspace(dataSource: DataSource, seed: WorkspaceSeed): Promise<SeededWorkspace> {
  return dataSource.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const existing = await operatorUseCases().workspaces.findBySlug(tx, seed.slug);
    const workspaceId = existing?.id ?? (await create(tx, seed));
    return { workspaceId, memberIds: await idsOf(tx, workspaceId, seed.members), created: existing === null };
  });
}

async function create(tx: EntityManager, { members, ...workspace }: WorkspaceSeed): Promise<string> {
  const { createWorkspace, enrolMember, accounts } = operatorUseCases();
  const cause = systemCause();
  const { id: workspaceId } = await createWorkspace.execute(tx, cause, workspace);
  for (const { name, roleKey, ...credentials } of members) {
    const email = Email.parse(credentials.email);
    const password = Password.parse(credentials.password);
    await enrolMember.execute(tx, cause, { workspaceId, name, email, roleKey });
    const account = await accounts.findByEmail(tx, email);
    if (account?.passwordHash === null) await accounts.setPassword(tx, account.id, await hashPassword(password));
  }
  return workspaceId;
}

async function idsOf(tx: EntityManager, workspaceId: string, seeds: SeedMember[]): Promise<Record<string, string>> {
  const rows: { id: string; email: string }[] = await tx.query(
    'select m.id, a.email from member m join account a on a.id = m.account_id where m.workspace_id = $1',
    [workspaceId],
  );
  const byEmail = new Map(rows.map(({ id, email }) => [email, id]));
  const found = seeds.map(({ key, email }) => [key, byEmail.get(Email.parse(email))] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
