import { systemCause } from '@imprimatur/messaging';
import type { DataSource } from 'typeorm';
import { loadWithDeleted } from '../persistence/connections.repository.ts';
import { lockResources } from '../persistence/resource-locks.ts';
import { appendConnectionStates } from './connections/append-connection-states.ts';
import { appendStates } from './steps/append-states.ts';

interface Key {
  workspaceId: string;
  id: string;
}

/**
 * Operator command: appends the present state of every row again, of one workspace or of all, each under its row lock and in a transaction
 * of its own. For readers whose copy is in doubt. Returns how many rows there were.
 */
export async function resnapshotResources(dataSource: DataSource, workspaceId: string | null = null): Promise<number> {
  const keys = (table: string): Promise<Key[]> =>
    dataSource.query(
      `select workspace_id as "workspaceId", id from ${table} where $1::uuid is null or workspace_id = $1
        order by workspace_id, id`,
      [workspaceId],
    );
  const connections = await keys('connection');
  for (const key of connections) await resnapshotConnection(dataSource, key);
  const resources = await keys('resource');
  for (const { workspaceId: workspace, id } of resources)
    await dataSource.transaction(async (tx) => {
      await lockResources(tx, workspace, { write: [id] });
      await appendStates(tx, systemCause(), workspace, [id]);
    });
  return connections.length + resources.length;
}

async function resnapshotConnection(dataSource: DataSource, { workspaceId, id }: Key): Promise<void> {
  await dataSource.transaction(async (tx) => {
    await tx.query('update connection set seq = seq + 1 where workspace_id = $1 and id = $2', [workspaceId, id]);
    const connection = await loadWithDeleted(tx, workspaceId, id);
    await appendConnectionStates(tx, systemCause(), connection, connection.deleted);
  });
}
