import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useDeletion } from '../../api/deleting/use-deletion.ts';
import { newKey } from '../../api/new-key.ts';
import type { Model } from '../../api/resource-queries.ts';

/** Deletes a model as it was seen: one that somebody changed meanwhile stays. */
export function useDeleteModel({ id, etag }: Model, onDeleted: () => Promise<void>) {
  const [key] = useState(newKey);
  return useDeletion({
    gone: ['models', 'detail', id],
    send: () => {
      const header = { 'Idempotency-Key': `${key}-${etag}`, 'If-Match': `"${etag}"` };
      return answerOf(api.DELETE('/api/v1/models/{id}', { params: { path: { id }, header } }));
    },
    onDeleted,
    touched: ['models'],
  });
}
