import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { collectionOf, type GatedKind } from '../../api/resource-queries.ts';
import type { components } from '../../api/schema.d.ts';

export type Comparison = components['schemas']['Comparison'];
/** A version by its number, or the draft. */
export type Compared = number | 'draft';

export const comparisonQuery = (kind: GatedKind, id: string, from: Compared, to: Compared) =>
  queryOptions({
    queryKey: [collectionOf(kind), 'comparison', id, from, to],
    queryFn: ({ signal }): Promise<Comparison> => {
      const asked = { signal, params: { path: { id }, query: { from, to } } };
      return answerOf(
        kind === 'model' ? api.GET('/api/v1/models/{id}/compare', asked) : api.GET('/api/v1/syncs/{id}/compare', asked),
      );
    },
  });
