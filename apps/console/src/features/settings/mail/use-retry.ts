import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { Delivery } from './failed-mails-query.ts';

/** Sends a mail once more that failed for good. */
export function useRetry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (mail: Delivery): Promise<Delivery> => {
      await answerOf(api.POST('/api/v1/deliveries/{id}/retry', { params: { path: { id: mail.id } } }));
      return mail;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['deliveries'] }),
  });
}
