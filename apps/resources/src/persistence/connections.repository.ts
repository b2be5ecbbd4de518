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

export interface Referrer {
  id: string;
  kind: 'model' | 'sync';
  name: string;
  sourceId: string;
  destinationId: string | null;
}

/** The models and syncs that refer to a source or destination, drafts included. */
export async function referrersOf(tx: EntityManager, { workspaceId, id }: Connection): Promise<Referrer[]> {
  return tx.query(
    `select r.id, r.kind, r.name, r.source_id as "sourceId", r.destination_id as "destinationId"
       from resource r left join draft d on d.workspace_id = r.workspace_id and d.resource_id = r.id
      where r.workspace_id = $1 and not r.deleted
        and (r.source_id = $2 or r.destination_id = $2 or d.source_id = $2 or d.destination_id = $2)
      order by r.name, r.id`,
    [workspaceId, id],
  );
}
