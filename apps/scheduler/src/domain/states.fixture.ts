import type { DataOf, ModelContent, ModelState, Schedule, SyncContent, SyncState } from '@imprimatur/contracts';
import { derivedId, newId } from '@imprimatur/kernel';

export type Model = DataOf<typeof ModelState>;
export type Sync = DataOf<typeof SyncState>;

const WORKSPACE = derivedId('workspace');
const PUBLISHED_AT = '2026-01-05T09:00:00.000Z';

export const everyHour = { kind: 'interval', every: 1, unit: 'hours', timeZone: 'UTC' } as const satisfies Schedule;

export function modelVersion(version = 1, content: Partial<ModelContent> = {}): NonNullable<Model['published']> {
  return {
    version,
    revision: version,
    publishedAt: PUBLISHED_AT,
    content: {
      query: 'select id, email from customers',
      configuration: { primaryKey: 'id' },
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'email', type: 'text' },
      ],
      ...content,
    },
  };
}

/** A model that is published and has no draft. */
export function publishedModel(over: Partial<Model> = {}): Model {
  const state = { id: newId(), workspaceId: WORKSPACE, seq: 1, deleted: false, name: 'Customers' };
  return { ...state, sourceId: derivedId('source'), published: modelVersion(), draft: null, ...over };
}

export function modelDraft(over: Partial<NonNullable<Model['draft']>> = {}): NonNullable<Model['draft']> {
  return { draftId: newId(), revision: 2, baseVersion: 1, requestId: null, columns: [], ...over };
}

export interface SyncVersion {
  version?: number;
  schedule?: Schedule;
  anchor?: Date;
  configuration?: Partial<SyncContent['configuration']>;
  binding?: Partial<NonNullable<Sync['published']>['binding']>;
}

function syncVersion(modelId: string, over: SyncVersion = {}): NonNullable<Sync['published']> {
  const { version = 1 } = over;
  return {
    version,
    revision: version,
    publishedAt: PUBLISHED_AT,
    scheduleAnchor: over.anchor?.toISOString() ?? PUBLISHED_AT,
    binding: { modelId, revision: 1, draftId: null, satisfiedBy: null, ...over.binding },
    content: {
      schedule: over.schedule ?? { kind: 'manual' },
      configuration: {
        modelId,
        destinationId: derivedId('destination'),
        mode: 'upsert',
        object: 'contacts',
        mapping: [
          { column: 'id', field: 'external_id' },
          { column: 'email', field: 'email' },
        ],
        keys: ['external_id'],
        ...over.configuration,
      },
    },
  };
}

/** A published sync on this model, to be run by hand unless told. */
export function publishedSync(model: Model, version: SyncVersion = {}, over: Partial<Sync> = {}): Sync {
  const published = syncVersion(model.id, version);
  const { destinationId } = published.content.configuration;
  const state = { id: newId(), workspaceId: model.workspaceId, seq: 1, deleted: false, name: 'Customers to CRM' };
  return {
    ...state,
    ends: { sourceId: model.sourceId, destinationId, modelId: model.id },
    published,
    draft: null,
    ...over,
  };
}
