import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { syncQuery, type Sync } from '../../api/resource-queries.ts';

/** Deletes exactly what was seen: what came meanwhile is not deleted with it. */
export function useDeleteSync(
  { id, etag, draft, published }: Sync,
  what: 'draft' | 'sync',
  onDeleted: () => Promise<void>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => {
      const header = { 'If-Match': what === 'sync' ? `"${etag}"` : `"${draft?.revision}"` };
      const params = { path: { id }, header };
      return answerOf(
        what === 'sync'
          ? api.DELETE('/api/v1/syncs/{id}', { params })
          : api.DELETE('/api/v1/syncs/{id}/draft', { params }),
      );
    },
    onSuccess: async () => {
      // What is gone is left before anything is asked for again.
      await onDeleted();
      if (what === 'sync' || published === null) queries.removeQueries({ queryKey: syncQuery(id).queryKey });
      await queries.invalidateQueries({ queryKey: ['syncs'] });
    },
    onError: () => queries.invalidateQueries({ queryKey: syncQuery(id).queryKey }),
  });
}
