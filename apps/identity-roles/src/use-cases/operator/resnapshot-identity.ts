import { RESERVED_WORKSPACE } from '@imprimatur/contracts';
import { appendEvents, type NewEvent, systemCause } from '@imprimatur/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { AccountRow } from '../../persistence/account.row.ts';
import { MemberRow } from '../../persistence/member.row.ts';
import { RoleRow } from '../../persistence/role.row.ts';
import { SigningKeyRow } from '../../persistence/signing-key.row.ts';
import { WorkspaceRow } from '../../persistence/workspace.row.ts';
import { memberChanged, roleChanged, verificationKeyChanged, workspaceChanged } from '../identity-events.ts';

const lock = { mode: 'for_no_key_update' } as const;

/**
 * Operator command: appends the present state of every workspace, role, member and verification key again, or of one workspace's, under
 * their row locks. For readers whose copy is in doubt. Returns how many rows there were.
 */
export async function resnapshotIdentity(dataSource: DataSource, workspaceId: string | null = null): Promise<number> {
  const where = workspaceId === null ? {} : { id: workspaceId };
  const workspaces = await dataSource.manager.find(WorkspaceRow, { where, select: { id: true }, order: { id: 'ASC' } });
  let rows = 0;
  if (workspaceId === null || workspaceId === RESERVED_WORKSPACE) rows += await append(dataSource, keyStates);
  for (const { id } of workspaces) rows += await append(dataSource, (tx) => workspaceStates(tx, id));
  return rows;
}

function append(dataSource: DataSource, states: (tx: EntityManager) => Promise<NewEvent[]>): Promise<number> {
  return dataSource.transaction(async (tx) => {
    const events = await states(tx);
    await appendEvents(tx, systemCause(), events);
    return events.length;
  });
}

async function keyStates(tx: EntityManager): Promise<NewEvent[]> {
  const keys = await tx.find(SigningKeyRow, { order: { id: 'ASC' }, lock });
  return keys.map(verificationKeyChanged);
}

async function workspaceStates(tx: EntityManager, workspaceId: string): Promise<NewEvent[]> {
  const workspace = await tx.findOneOrFail(WorkspaceRow, { where: { id: workspaceId }, lock });
  const roles = await tx.find(RoleRow, { where: { workspaceId }, order: { id: 'ASC' }, lock });
  const members = await tx.find(MemberRow, { where: { workspaceId }, order: { id: 'ASC' }, lock });
  const accounts = await tx
    .createQueryBuilder(AccountRow, 'a')
    .where('a.id in (select account_id from member where workspace_id = :workspaceId)', { workspaceId })
    .getMany();
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return [
    workspaceChanged(workspace),
    ...roles.map(roleChanged),
    ...members.map((member) => memberChanged(member, emails.get(member.accountId ?? '') ?? null)),
  ];
}
