import { ConnectionState, DestinationState, SourceState } from '@imprimatur/contracts';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import type { Connection } from '../../domain/connection.ts';

/** Appends the present state of a connection: for everybody its name, for those who connect how to do it. */
export async function appendConnectionStates(
  tx: EntityManager,
  cause: Cause,
  connection: Connection,
  deleted = false,
): Promise<void> {
  const { workspaceId, id, kind, type, name, settings, credentials, version, seq } = connection;
  const row = { id, workspaceId, seq, deleted, type };
  const reach = { settings: deleted ? {} : settings, credentials: deleted ? null : credentials };
  await appendEvents(tx, cause, [
    newEvent(kind === 'source' ? SourceState : DestinationState, workspaceId, id, { ...row, name }),
    newEvent(ConnectionState, workspaceId, id, { ...row, kind, version, ...reach }),
  ]);
}
