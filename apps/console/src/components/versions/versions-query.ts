import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { collectionOf, type GatedKind } from '../../api/resource-queries.ts';
import type { components } from '../../api/schema.d.ts';

export type VersionListItem = components['schemas']['VersionListItem'];

const PAGE = 50;

export const versionsQuery = (kind: GatedKind, id: string) =>
  infiniteQueryOptions({
    queryKey: [collectionOf(kind), 'versions', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam !== undefined && { cursor: pageParam }) };
      const asked = { signal, params: { path: { id }, query } };
      return answerOf(
        kind === 'model'
          ? api.GET('/api/v1/models/{id}/versions', asked)
          : api.GET('/api/v1/syncs/{id}/versions', asked),
      );
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
