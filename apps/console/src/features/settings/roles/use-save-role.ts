import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { useKeyFor } from '../../../api/use-key-for.ts';
import { bodyOf, type RoleContent } from './role-content.ts';
import { roleQuery, type Role } from '../../../api/roles-query.ts';

/** Saves a role as it was seen at a version; at version 0 there is none yet. */
export function useSaveRole({ id, version }: Pick<Role, 'id' | 'version'>, onSaved: (role: Role) => void) {
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: (content: RoleContent): Promise<Role> => {
      const body = bodyOf(content);
      if (version === 0) {
        const header = { 'Idempotency-Key': keyFor(body) };
        return answerOf(api.POST('/api/v1/roles', { params: { header }, body }));
      }
      const header = { 'If-Match': `"${version}"` };
      return answerOf(api.PUT('/api/v1/roles/{id}', { params: { path: { id }, header }, body }));
    },
    onSuccess: (role) => {
      queries.setQueryData(roleQuery(role.id).queryKey, role);
      onSaved(role);
    },
    onSettled: () => Promise.all(['roles', 'session'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
