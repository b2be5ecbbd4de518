import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import type { Model } from '../../api/resource-queries.ts';

/** Deletes a model as it was seen: one that somebody changed meanwhile stays. */
export function useDeleteModel({ id, etag }: Model, onDeleted: () => Promise<void>) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: () => {
      const header = { 'Idempotency-Key': `${key}-${etag}`, 'If-Match': `"${etag}"` };
      return answerOf(api.DELETE('/api/v1/models/{id}', { params: { path: { id }, header } }));
    },
    // There is nothing to read again of what is gone: whoever shows it goes first.
    onSuccess: async () => {
      await onDeleted();
      queries.removeQueries({ queryKey: ['models', 'detail', id] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['models'] }),
  });
}
