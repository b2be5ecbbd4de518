import { queryOptions, skipToken } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { Member } from '../../../api/members-query.ts';
import type { components } from '../../../api/schema.d.ts';

export type MemberEffect = components['schemas']['MemberEffect'];

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', 'detail', id],
    queryFn: ({ signal }): Promise<Member> =>
      answerOf(api.GET('/api/v1/members/{id}', { signal, params: { path: { id } } })),
  });

/** What another role would change for a member or a service account; nothing is asked without one. */
export const memberEffectQuery = (id: string, roleId: string | null) =>
  queryOptions({
    queryKey: ['members', 'effect', id, roleId],
    queryFn:
      roleId === null
        ? skipToken
        : ({ signal }): Promise<MemberEffect> =>
            answerOf(api.POST('/api/v1/members/{id}/effect', { signal, params: { path: { id } }, body: { roleId } })),
  });
