import type { SyncSubject } from '@imprimatur/abilities';

/** What rights on a sync and its runs are judged on: its model's source and its destination together. */
export function syncSubject({ sourceId, destinationId }: { sourceId: string; destinationId: string }): SyncSubject {
  return { kind: 'sync', ends: [{ sourceId, destinationId }] };
}
