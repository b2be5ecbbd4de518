import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { syncQuery, type Sync } from '../../api/resource-queries.ts';

/** Deletes exactly what was seen: what came meanwhile is not deleted with it. */
export function useDeleteSync({ id, etag, draft, published }: Sync, what: 'draft' | 'sync', onDeleted: () => void) {
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
    onSuccess: () => {
      onDeleted();
      const isGone = what === 'sync' || published === null;
      // What is gone is not asked for again.
      if (isGone) queries.removeQueries({ queryKey: syncQuery(id).queryKey });
      const isHere = (key: unknown): boolean => isGone && key === id;
      return queries.invalidateQueries({ predicate: ({ queryKey: [name, , of] }) => name === 'syncs' && !isHere(of) });
    },
    onError: () => queries.invalidateQueries({ queryKey: syncQuery(id).queryKey }),
  });
}
