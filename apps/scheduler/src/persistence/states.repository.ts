import type {
  ConnectionState,
  DataOf,
  DestinationState,
  ModelState,
  SourceState,
  SyncState,
} from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConnectionStateRow } from './connection-state.row.ts';
import { SyncStateRow } from './sync-state.row.ts';

type Endpoint = DataOf<typeof SourceState> | DataOf<typeof DestinationState>;

/** What this service has heard of resources. Each write keeps the newest: it returns false for a state older than the one at hand. */
@Injectable()
export class StatesRepository {
  putModel(
    tx: EntityManager,
    { id, workspaceId, seq, deleted, name, ...model }: DataOf<typeof ModelState>,
  ): Promise<boolean> {
    const { sourceId: source_id, published, draft } = model;
    const row = { workspace_id: workspaceId, id, seq, deleted, name, source_id, published, has_draft: draft !== null };
    return putIfNewer(tx, 'model_state', row);
  }

  putSync(
    tx: EntityManager,
    { id, workspaceId, seq, deleted, name, ...sync }: DataOf<typeof SyncState>,
  ): Promise<boolean> {
    const { sourceId: source_id, destinationId: destination_id, modelId: model_id } = sync.ends;
    const ends = { source_id, destination_id, model_id };
    const row = { workspace_id: workspaceId, id, seq, deleted, name, ...ends, published: sync.published };
    return putIfNewer(tx, 'sync_state', row);
  }

  putEndpoint(tx: EntityManager, kind: 'source' | 'destination', state: Endpoint): Promise<boolean> {
    const { id, workspaceId, seq, deleted, name } = state;
    return putIfNewer(tx, 'endpoint_state', { workspace_id: workspaceId, id, kind, seq, deleted, name });
  }

  putConnection(tx: EntityManager, state: DataOf<typeof ConnectionState>): Promise<boolean> {
    const { id, workspaceId, kind, seq, deleted, version, settings, credentials } = state;
    const row = { workspace_id: workspaceId, id, kind, seq, deleted, version, settings, credentials };
    return putIfNewer(tx, 'connection_state', row);
  }

  findSync(tx: EntityManager, workspaceId: string, id: string): Promise<SyncStateRow | null> {
    return tx.findOneBy(SyncStateRow, { workspaceId, id });
  }

  findConnection(tx: EntityManager, workspaceId: string, id: string): Promise<ConnectionStateRow | null> {
    return tx.findOneBy(ConnectionStateRow, { workspaceId, id, deleted: false });
  }
}

async function putIfNewer(tx: EntityManager, table: string, row: Record<string, unknown>): Promise<boolean> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const written: unknown[] = await tx.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})
     on conflict (workspace_id, id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     where ${table}.seq <= excluded.seq
     returning id`,
    Object.values(row),
  );
  return written.length > 0;
}
