import {
  RefusalCode,
  type DataOf,
  type ModelState,
  type SyncState,
  type WorkspaceSettings,
} from '@imprimatur/contracts';

type Sync = DataOf<typeof SyncState>;
type Model = DataOf<typeof ModelState>;

/** Everything the gate looks at, read together under the row locks of a run that is about to start. */
export interface GateFacts {
  sync: Pick<Sync, 'deleted' | 'published'>;
  /** null: this service has not heard of the model. */
  model: (Pick<Model, 'deleted' | 'published'> & { hasDraft: boolean }) | null;
  modelDraftPolicy: WorkspaceSettings['modelDraftPolicy'];
  paused: boolean;
  previousRunActive: boolean;
}

const applies: Record<RefusalCode, (facts: GateFacts) => boolean> = {
  SYNC_DELETED: ({ sync }) => sync.deleted,
  SYNC_PAUSED: ({ paused }) => paused,
  SYNC_NOT_PUBLISHED: ({ sync }) => sync.published === null,
  MODEL_DELETED: ({ model }) => model?.deleted ?? false,
  MODEL_NOT_PUBLISHED: ({ model }) => (model?.published ?? null) === null,
  MODEL_HAS_UNPUBLISHED_CHANGES: ({ model, modelDraftPolicy }) =>
    modelDraftPolicy === 'hold' && (model?.hasDraft ?? false),
  BINDING_MISMATCH: (facts) => !bindingSatisfied(facts) || !mappedColumnsExist(facts),
  PREVIOUS_RUN_ACTIVE: ({ previousRunActive }) => previousRunActive,
};

/** Why this sync may not run now (`domain.md` §6): all codes that apply, in the order in which the first is *the* reason; [] opens the gate. */
export function refusals(facts: GateFacts): RefusalCode[] {
  return RefusalCode.options.filter((code) => applies[code](facts));
}

// A binding may be satisfied by a version this service has not seen yet: until it has, the pair at hand was approved by nobody.
function bindingSatisfied({ sync, model }: GateFacts): boolean {
  if (sync.published === null) return true;
  const { draftId, satisfiedBy } = sync.published.binding;
  if (draftId === null) return true;
  return satisfiedBy !== null && (model?.published?.version ?? 0) >= satisfiedBy;
}

function mappedColumnsExist({ sync, model }: GateFacts): boolean {
  if (sync.published === null || !model?.published) return true;
  const columns = new Set(model.published.content.columns.map(({ name }) => name));
  const { mapping, keys } = sync.published.content.configuration;
  const fields = new Set(mapping.map(({ field }) => field));
  return mapping.every(({ column }) => columns.has(column)) && keys.every((key) => fields.has(key));
}
