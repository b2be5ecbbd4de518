import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { collectionOf, type GatedKind } from '../../api/resource-queries.ts';
import type { components } from '../../api/schema.d.ts';

export type Rebase = components['schemas']['Rebase'];
export type Version = components['schemas']['Version'];

/** What the server says of a rebase; asked anew for another draft or another published version. */
export const rebaseQuery = (kind: GatedKind, id: string, pins: { revision: number; version: number }) =>
  queryOptions({
    queryKey: [collectionOf(kind), 'rebase', id, pins.revision, pins.version],
    queryFn: ({ signal }): Promise<Rebase> => {
      const asked = { signal, params: { path: { id } } };
      return answerOf(
        kind === 'model' ? api.GET('/api/v1/models/{id}/rebase', asked) : api.GET('/api/v1/syncs/{id}/rebase', asked),
      );
    },
    // Of these two contents it stays true, and once the draft has moved on there is nothing to ask for.
    staleTime: 'static',
  });

/** A version never changes. */
export const versionQuery = (kind: GatedKind, id: string, version: number) =>
  queryOptions({
    queryKey: [collectionOf(kind), 'version', id, version],
    queryFn: ({ signal }): Promise<Version> => {
      const asked = { signal, params: { path: { id, version } } };
      return answerOf(
        kind === 'model'
          ? api.GET('/api/v1/models/{id}/versions/{version}', asked)
          : api.GET('/api/v1/syncs/{id}/versions/{version}', asked),
      );
    },
    staleTime: 'static',
  });
