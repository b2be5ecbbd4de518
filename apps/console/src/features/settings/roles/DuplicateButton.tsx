import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../../api/client.ts';
import { useKeyFor } from '../../../api/use-key-for.ts';
import { strings } from '../../../strings/en.ts';
import { roleQuery, type Role } from '../../../api/roles-query.ts';

interface Props {
  role: Role;
  onRefused: (error: unknown) => void;
}

/** Makes a role of one's own of this one, and goes there. */
export function DuplicateButton({ role: { id }, onRefused }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useKeyFor();
  const duplicating = useMutation({
    mutationFn: (): Promise<Role> =>
      answerOf(
        api.POST('/api/v1/roles/{id}/duplicate', {
          params: { path: { id }, header: { 'Idempotency-Key': keyFor(id) } },
          body: {},
        }),
      ),
    onSuccess: async (copy) => {
      queries.setQueryData(roleQuery(copy.id).queryKey, copy);
      await queries.invalidateQueries({ queryKey: ['roles', 'list'] });
      await navigate({ to: '/settings/roles/$roleId', params: { roleId: copy.id } });
    },
    onError: onRefused,
  });
  return (
    <Button variant="default" loading={duplicating.isPending} onClick={() => duplicating.mutate()}>
      {strings.roles.duplicate}
    </Button>
  );
}
