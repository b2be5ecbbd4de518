import type { EntityManager } from 'typeorm';
import type { Connection, ConnectionKind } from '../domain/connection.ts';
import { ConnectionRow } from './rows/connection.row.ts';

export async function loadConnection(
  tx: EntityManager,
  workspaceId: string,
  kind: ConnectionKind,
  id: string,
): Promise<Connection | null> {
  return (await tx.findOneBy(ConnectionRow, { workspaceId, kind, id, deleted: false })) as Connection | null;
}

/** One that is known to be there, deleted or not. */
export async function loadWithDeleted(
  tx: EntityManager,
  workspaceId: string,
  id: string,
): Promise<Connection & { deleted: boolean }> {
  const row = await tx.findOneByOrFail(ConnectionRow, { workspaceId, id });
  return row as ConnectionRow & Connection;
}

/**
 * Locks the row, if it is there: nobody refers to it anew until the transaction ends. The key stays free, so that no foreign key of a
 * command that has judged its member's rights already has to wait.
 */
export async function lockForChange(tx: EntityManager, workspaceId: string, id: string): Promise<void> {
  await tx.query('select from connection where workspace_id = $1 and id = $2 for no key update', [workspaceId, id]);
}

export async function insertConnection(tx: EntityManager, connection: Connection, at: Date): Promise<void> {
  await tx.insert(ConnectionRow, {
    ...connection,
    createdAt: at,
    changedAt: at,
  });
}

export async function updateConnection(tx: EntityManager, connection: Connection, at: Date): Promise<void> {
  const { workspaceId, id, name, settings, credentials, version, seq } = connection;
  await tx.update(
    ConnectionRow,
    { workspaceId, id },
    {
      ...{ name, credentials, version, seq, changedAt: at },
      settings,
    },
  );
}

/** What is left of it names it and no more. */
export async function eraseConnection(tx: EntityManager, connection: Connection, at: Date): Promise<void> {
  const { workspaceId, id, seq } = connection;
  const erased = { settings: {}, credentials: null, deleted: true };
  await tx.update(ConnectionRow, { workspaceId, id }, { ...erased, seq, changedAt: at });
}
