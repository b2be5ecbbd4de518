import type { AddMemberBody } from '@imprimatur/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { useKeyFor } from '../../../api/use-key-for.ts';
import { invalidatePeople } from './invalidate-people.ts';

/** Adds a member, who gets a mail. */
export function useInvite() {
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: (body: AddMemberBody) =>
      answerOf(api.POST('/api/v1/members', { body, params: { header: { 'Idempotency-Key': keyFor(body) } } })),
    onSuccess: () => invalidatePeople(queries),
  });
}

/** Sends another mail to who has not chosen a password yet. */
export function useInviteAgain(id: string) {
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/members/{id}/invitation', { params: { path: { id } } })),
  });
}
