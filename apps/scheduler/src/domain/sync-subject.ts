import type { SyncSubject } from '@imprimatur/abilities';
import type { DataOf, SyncState } from '@imprimatur/contracts';

interface Ends {
  sourceId: string;
  destinationId: string;
}

type Sync = Ends & Pick<DataOf<typeof SyncState>, 'published'>;

/** What rights on a sync and its runs are judged on: its model's source and its destination together. */
export function syncSubject({ sourceId, destinationId }: Ends): SyncSubject {
  return { kind: 'sync', ends: [{ sourceId, destinationId }] };
}

/** What the right to run a sync now is judged on: its ends, and those that a run would be pinned to. */
export function runSubject(sync: Sync, model: Pick<Ends, 'sourceId'> | null): SyncSubject {
  const { ends } = syncSubject(sync);
  if (sync.published === null || model === null) return { kind: 'sync', ends };
  const { destinationId } = sync.published.content.configuration;
  return { kind: 'sync', ends: [...ends, { sourceId: model.sourceId, destinationId }] };
}
