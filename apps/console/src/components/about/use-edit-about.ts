import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { collectionOf, type GatedKind } from '../../api/resource-queries.ts';

interface Edit {
  /** As it was seen. */
  etag: string;
  change: { name: string; description: string; labels: string[] };
}

/** Changes what people call a model or sync and say about it. */
export function useEditAbout(kind: GatedKind, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, change }: Edit) => {
      const params = { path: { id }, header: { 'If-Match': `"${etag}"` } };
      return answerOf(
        kind === 'model'
          ? api.PATCH('/api/v1/models/{id}', { params, body: change })
          : api.PATCH('/api/v1/syncs/{id}', { params, body: change }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
}
