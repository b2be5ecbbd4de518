import { answerOf, api } from '../../api/client.ts';
import { useDeletion } from '../../api/deleting/use-deletion.ts';
import type { Sync } from '../../api/resource-queries.ts';

/** Deletes exactly what was seen: what came meanwhile is not deleted with it. */
export const useDeleteSync = (
  { id, etag, draft, published }: Sync,
  what: 'draft' | 'sync',
  onDeleted: () => Promise<void>,
) =>
  useDeletion({
    gone: what === 'sync' || published === null ? ['syncs', 'detail', id] : null,
    send: () => {
      const header = { 'If-Match': what === 'sync' ? `"${etag}"` : `"${draft?.revision}"` };
      const params = { path: { id }, header };
      return answerOf(
        what === 'sync'
          ? api.DELETE('/api/v1/syncs/{id}', { params })
          : api.DELETE('/api/v1/syncs/{id}/draft', { params }),
      );
    },
    onDeleted,
    touched: ['syncs'],
  });
