import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useDeletion } from '../../api/deleting/use-deletion.ts';
import { newKey } from '../../api/new-key.ts';
import { collectionOf, type GatedKind, type Model, type Sync } from '../../api/resource-queries.ts';

/** Deletes a draft as it was seen: one that somebody saved meanwhile stays. */
export function useDraftDeletion(
  kind: GatedKind,
  { id, draft, published }: Model | Sync,
  onDeleted: () => Promise<void> | void,
) {
  const [key] = useState(newKey);
  return useDeletion({
    // Where it was the whole of a resource nothing is left.
    gone: published === null ? [collectionOf(kind), 'detail', id] : null,
    send: () => {
      const revision = draft?.revision ?? 0;
      const header = { 'Idempotency-Key': `${key}-${revision}`, 'If-Match': `"${revision}"` };
      const params = { path: { id }, header };
      return answerOf(
        kind === 'model'
          ? api.DELETE('/api/v1/models/{id}/draft', { params })
          : api.DELETE('/api/v1/syncs/{id}/draft', { params }),
      );
    },
    onDeleted,
    touched: [collectionOf(kind)],
  });
}
