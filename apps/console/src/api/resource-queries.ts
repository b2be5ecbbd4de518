import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import type { components } from './schema.d.ts';

export type Model = components['schemas']['Model'];
export type Sync = components['schemas']['Sync'];
export type Ends = components['schemas']['Ends'];
export type GatedKind = 'model' | 'sync';
export type ModelContent = components['schemas']['ModelContent'];
export type SyncContent = components['schemas']['SyncContent'];
export type Content = ModelContent | SyncContent;
export type SaveOptions = components['schemas']['SaveOptions'];

/** What the API calls the collection of a kind, also the first element of its query keys. */
export const collectionOf = (kind: GatedKind) => (kind === 'model' ? 'models' : 'syncs');

export const modelQuery = (id: string) =>
  queryOptions({
    queryKey: ['models', 'detail', id],
    queryFn: ({ signal }): Promise<Model> =>
      answerOf(api.GET('/api/v1/models/{id}', { signal, params: { path: { id } } })),
  });

export const syncQuery = (id: string) =>
  queryOptions({
    queryKey: ['syncs', 'detail', id],
    queryFn: ({ signal }): Promise<Sync> =>
      answerOf(api.GET('/api/v1/syncs/{id}', { signal, params: { path: { id } } })),
  });
