import type { ChangeMemberBody } from '@imprimatur/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { useDeletion } from '../../../api/deleting/use-deletion.ts';
import { invalidatePeople, shownWithPeople } from './invalidate-people.ts';

/** People and service accounts are changed in the same ways, at addresses of their own. */
export type PersonKind = 'member' | 'service-account';

export interface Person {
  id: string;
  name: string;
  role: { id: string; name: string };
  active: boolean;
  version: number;
}

interface Change {
  patch: { [Field in keyof ChangeMemberBody]?: NonNullable<ChangeMemberBody[Field]> };
  /** The version that was seen. */
  version: number;
}

const collections = { member: 'members', 'service-account': 'service-accounts' } as const;

export function useChangePerson(kind: PersonKind, id: string, onChanged: (person: Person) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patch: body, version }: Change): Promise<Person> => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return kind === 'member'
        ? answerOf(api.PATCH('/api/v1/members/{id}', { params, body }))
        : answerOf(api.PATCH('/api/v1/service-accounts/{id}', { params, body }));
    },
    onSuccess: (person) => {
      queries.setQueryData([collections[kind], 'detail', id], person);
      onChanged(person);
    },
    onSettled: () => invalidatePeople(queries),
  });
}

export const useRemovePerson = (kind: PersonKind, { id, version }: Person, onRemoved: () => Promise<void>) =>
  useDeletion({
    gone: [collections[kind], 'detail', id],
    send: () => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return kind === 'member'
        ? answerOf(api.DELETE('/api/v1/members/{id}', { params }))
        : answerOf(api.DELETE('/api/v1/service-accounts/{id}', { params }));
    },
    onDeleted: onRemoved,
    touched: shownWithPeople,
  });
