import { systemCause } from '@imprimatur/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { loadWithDeleted } from '../persistence/connections.repository.ts';
import { loadAudienceWithDeleted } from '../persistence/audiences.repository.ts';
import { loadJourneyWithDeleted } from '../persistence/journeys.repository.ts';
import { lockResources } from '../persistence/resource-locks.ts';
import { appendAudienceState } from './audiences/append-audience-state.ts';
import { appendConnectionStates } from './connections/append-connection-states.ts';
import { appendJourneyState } from './journeys/append-journey-state.ts';
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
  let count = 0;
  for (const [table, resnapshot] of Object.entries(resnapshots))
    for (const key of await keys(table)) {
      await dataSource.transaction((tx) => resnapshot(tx, key));
      count += 1;
    }
  return count;
}

const resnapshots: Record<string, (tx: EntityManager, key: Key) => Promise<void>> = {
  connection: async (tx, { workspaceId, id }) => {
    await raise(tx, 'connection', workspaceId, id);
    const connection = await loadWithDeleted(tx, workspaceId, id);
    await appendConnectionStates(tx, systemCause(), connection, connection.deleted);
  },
  resource: async (tx, { workspaceId, id }) => {
    await lockResources(tx, workspaceId, { write: [id] });
    await appendStates(tx, systemCause(), workspaceId, [id]);
  },
  audience: async (tx, { workspaceId, id }) => {
    await raise(tx, 'audience', workspaceId, id);
    await appendAudienceState(tx, systemCause(), await loadAudienceWithDeleted(tx, workspaceId, id));
  },
  journey: async (tx, { workspaceId, id }) => {
    await raise(tx, 'journey', workspaceId, id);
    await appendJourneyState(tx, systemCause(), await loadJourneyWithDeleted(tx, workspaceId, id));
  },
};

const raise = (tx: EntityManager, table: string, workspaceId: string, id: string): Promise<unknown> =>
  tx.query(`update ${table} set seq = seq + 1 where workspace_id = $1 and id = $2`, [workspaceId, id]);
