import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { Member } from '../../../api/members-query.ts';
import { invalidatePeople } from './invalidate-people.ts';

export function useRemoveMember({ id, version }: Member, onRemoved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answerOf(
        api.DELETE('/api/v1/members/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } } }),
      ),
    onSuccess: async () => {
      onRemoved();
      await invalidatePeople(queries);
    },
  });
}
