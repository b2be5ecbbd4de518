import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type PreviewRows = components['schemas']['PreviewRows'];

/** The first rows of what is published, or of the draft as it is. Asked of the source itself, so never by the way. */
export const savedRowsQuery = (modelId: string, which: 'published' | 'draft', revision: number | null) =>
  queryOptions({
    queryKey: ['preview', modelId, which, revision],
    queryFn: ({ signal }): Promise<PreviewRows> => {
      const body = { what: which };
      return answerOf(api.POST('/api/v1/models/{id}/preview', { signal, params: { path: { id: modelId } }, body }));
    },
    enabled: false,
    staleTime: Infinity,
    retry: false,
  });
