import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';

/** Takes a request back; its drafts are kept. */
export function useWithdrawal(requestId: string, onWithdrawn: () => void) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: () => {
      const params = { path: { id: requestId }, header: { 'Idempotency-Key': key } };
      return answerOf(api.POST('/api/v1/approval-requests/{id}/withdraw', { params, body: {} }));
    },
    onSuccess: onWithdrawn,
    onSettled: () =>
      Promise.all(
        ['approval-requests', 'models', 'syncs'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      ),
  });
}
