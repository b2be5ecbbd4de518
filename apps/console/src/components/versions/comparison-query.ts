import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { GatedKind } from '../../api/resource-queries.ts';
import type { components } from '../../api/schema.d.ts';

export type Comparison = components['schemas']['Comparison'];
/** A version by its number, or the draft. */
export type Compared = number | 'draft';

interface Pair {
  from: Compared;
  to: Compared;
  /** Of the draft there is; null where there is none. */
  draftRevision: number | null;
}

/** What differs between two contents, each of which stays what it is: a draft that is saved anew is asked for anew. */
export const comparisonQuery = (kind: GatedKind, id: string, { from, to, draftRevision }: Pair) =>
  queryOptions({
    queryKey: ['comparisons', kind, id, from, to, from === 'draft' || to === 'draft' ? draftRevision : null],
    queryFn: ({ signal }): Promise<Comparison> => {
      const asked = { signal, params: { path: { id }, query: { from, to } } };
      return answerOf(
        kind === 'model' ? api.GET('/api/v1/models/{id}/compare', asked) : api.GET('/api/v1/syncs/{id}/compare', asked),
      );
    },
    staleTime: Infinity,
  });
