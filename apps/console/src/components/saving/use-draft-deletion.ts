import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import { collectionOf, type GatedKind, type Model, type Sync } from '../../api/resource-queries.ts';

/** Deletes a draft as it was seen: one that somebody saved meanwhile stays. */
export function useDraftDeletion(kind: GatedKind, { id, draft }: Model | Sync, onDeleted: () => void) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: () => {
      const revision = draft?.revision ?? 0;
      const header = { 'Idempotency-Key': `${key}-${revision}`, 'If-Match': `"${revision}"` };
      const params = { path: { id }, header };
      return answerOf(
        kind === 'model'
          ? api.DELETE('/api/v1/models/{id}/draft', { params })
          : api.DELETE('/api/v1/syncs/{id}/draft', { params }),
      );
    },
    // Where it was the whole of a resource there is nothing to read again: whoever shows it goes first.
    onSuccess: onDeleted,
    onSettled: () => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
}
