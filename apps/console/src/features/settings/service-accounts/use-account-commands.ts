import type { AddServiceAccountBody, IssueServiceTokenBody } from '@imprimatur/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { useKeyFor } from '../../../api/use-key-for.ts';
import { invalidatePeople } from '../members/invalidate-people.ts';

export function useAddAccount() {
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: (body: AddServiceAccountBody) =>
      answerOf(api.POST('/api/v1/service-accounts', { body, params: { header: { 'Idempotency-Key': keyFor(body) } } })),
    onSuccess: () => invalidatePeople(queries),
  });
}

/** The secret in the answer is in no cache: it is forgotten with the dialog that shows it. */
export function useMakeToken(id: string) {
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    gcTime: 0,
    mutationFn: (body: IssueServiceTokenBody) => {
      const params = { path: { id }, header: { 'Idempotency-Key': keyFor(body) } };
      return answerOf(api.POST('/api/v1/service-accounts/{id}/tokens', { body, params }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['service-accounts'] }),
  });
}

export function useRevokeToken(id: string, onRevoked: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: string) =>
      answerOf(api.DELETE('/api/v1/service-accounts/{id}/tokens/{tokenId}', { params: { path: { id, tokenId } } })),
    onSuccess: async () => {
      onRevoked();
      await queries.invalidateQueries({ queryKey: ['service-accounts'] });
    },
  });
}
