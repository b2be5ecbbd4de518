import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

interface Edit {
  /** As it was seen. */
  etag: string;
  change: { name: string; description: string; labels: string[] };
}

/** Changes what people call a sync and say about it. */
export function useEditAbout(id: string, onEdited: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, change }: Edit) => {
      const params = { path: { id }, header: { 'If-Match': `"${etag}"` } };
      return answerOf(api.PATCH('/api/v1/syncs/{id}', { params, body: change }));
    },
    onSuccess: onEdited,
    onSettled: () => queries.invalidateQueries({ queryKey: ['syncs'] }),
  });
}
