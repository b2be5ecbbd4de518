import { canView, levelOn } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { EntityManager } from 'typeorm';
import { subjectOn, type Resource } from '../../domain/resource.ts';
import { loadResource } from '../resources.repository.ts';
import type { ModelDetail, SyncDetail } from './resource-schemas.ts';

const draftsHold = ({ workspace }: Actor): boolean => workspace.settings.modelDraftPolicy === 'hold';

/**
 * The live syncs that a draft of the model holds, or would hold. Who may save one must know of all of them before they do; to others the
 * number says no more than the list of syncs that they may view.
 */
export function holdsOf(actor: Actor, model: Resource, syncs: readonly Resource[]): ModelDetail['holds'] {
  if (!draftsHold(actor)) return { syncs: 0, by: [] };
  const live = syncs.filter(({ published }) => published?.ends.modelId === model.id);
  const mayHold = levelOn(actor.ability, subjectOn('model', [model.ends])) !== 'none';
  const told = mayHold ? live : live.filter(({ ends }) => canView(actor.ability, subjectOn('sync', [ends])));
  return { syncs: told.length, by: model.draft?.contributors ?? [] };
}

/** The draft that keeps a published sync from running. Who may view the sync may view its model. */
export async function holderOf(tx: EntityManager, actor: Actor, sync: Resource): Promise<SyncDetail['heldBy']> {
  if (!draftsHold(actor) || sync.published === null) return null;
  const model = await loadResource(tx, actor.workspaceId, sync.published.ends.modelId!);
  if (model === null || model.draft === null) return null;
  const { revision, contributors, requestId } = model.draft;
  return { modelId: model.id, modelName: model.name, revision, contributors, requestId };
}
