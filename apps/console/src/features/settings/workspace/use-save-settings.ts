import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { Settings, Workspace } from './workspace-query.ts';
import { workspaceQuery } from './workspace-query.ts';

interface Saving {
  patch: Partial<Settings>;
  /** The version of the workspace that was seen. */
  version: number;
}

export function useSaveSettings(onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, version }: Saving): Promise<Workspace> =>
      answerOf(
        api.PATCH('/api/v1/workspace/settings', {
          params: { header: { 'If-Match': `"${version}"` } },
          body: patch,
        }),
      ),
    onSuccess: (workspace) => {
      queries.setQueryData(workspaceQuery.queryKey, workspace);
      onSaved();
    },
    // What everybody may do hangs on these; after a refusal somebody else has changed them.
    onSettled: () =>
      Promise.all(
        ['workspace', 'session', 'approval-requests'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      ),
  });
}
