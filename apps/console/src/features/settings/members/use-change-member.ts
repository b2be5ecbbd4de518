import type { ChangeMemberBody } from '@imprimatur/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { Member } from '../../../api/members-query.ts';
import { invalidatePeople } from './invalidate-people.ts';
import { memberQuery } from './member-query.ts';

interface Change {
  patch: { [Field in keyof ChangeMemberBody]?: NonNullable<ChangeMemberBody[Field]> };
  /** The version of the member that was seen. */
  version: number;
}

export function useChangeMember(id: string, onChanged: (member: Member) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, version }: Change): Promise<Member> =>
      answerOf(
        api.PATCH('/api/v1/members/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: patch,
        }),
      ),
    onSuccess: (member) => {
      queries.setQueryData(memberQuery(id).queryKey, member);
      onChanged(member);
    },
    onSettled: () => invalidatePeople(queries),
  });
}
