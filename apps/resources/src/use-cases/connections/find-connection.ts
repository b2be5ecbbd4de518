import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import type { Connection, ConnectionKind } from '../../domain/connection.ts';
import { loadConnection } from '../../persistence/connections.repository.ts';

/** The source or destination, if this member may view it. */
export async function findConnection(
  tx: EntityManager,
  { workspaceId, ability }: Actor,
  kind: ConnectionKind,
  id: string,
): Promise<Connection> {
  const connection = await loadConnection(tx, workspaceId, kind, id);
  if (connection === null || !canView(ability, { kind, id })) throw notFound(kind);
  return connection;
}
