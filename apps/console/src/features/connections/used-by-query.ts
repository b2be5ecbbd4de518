import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { Kind } from './use-kind.ts';

const SHOWN = 10;

export interface Used {
  items: { id: string; name: string }[];
  /** There are more than these. */
  more: boolean;
}

type Page = { items: { id: string; name: string }[]; nextCursor: string | null };
const usedIn = ({ items, nextCursor }: Page): Used => ({ items, more: nextCursor !== null });

/** The first models and syncs on a source, or syncs and journeys to a destination. */
export const usedByQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: [kind === 'source' ? 'models' : 'syncs', 'used-by', kind, id],
    queryFn: async ({ signal }) => {
      const end = kind === 'source' ? { sourceId: id } : { destinationId: id };
      const options = { signal, params: { query: { ...end, limit: SHOWN } } };
      const [models, syncs, journeys] = await Promise.all([
        kind === 'source'
          ? answerOf(api.GET('/api/v1/models', { signal, params: { query: { sourceId: id, limit: SHOWN } } }))
          : null,
        answerOf(api.GET('/api/v1/syncs', options)),
        kind === 'source' ? null : answerOf(api.GET('/api/v1/journeys', options)),
      ]);
      return { models: models && usedIn(models), syncs: usedIn(syncs), journeys: journeys && usedIn(journeys) };
    },
  });
