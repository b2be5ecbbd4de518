import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type PreviewRows = components['schemas']['PreviewRows'];

/** The first rows of a model: of the revision that is in review, or of what is published. Asked of the source itself, so never by the way. */
export const previewQuery = (modelId: string, what: { revision: number } | { what: 'published' }) =>
  queryOptions({
    queryKey: ['preview', modelId, what],
    queryFn: ({ signal }): Promise<PreviewRows> =>
      answerOf(api.POST('/api/v1/models/{id}/preview', { signal, params: { path: { id: modelId } }, body: what })),
    staleTime: Infinity,
    retry: false,
  });
