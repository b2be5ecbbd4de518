import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { SyncContent } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { subjectOn, type EndIds, type Resource } from '../../domain/resource.ts';
import { lockConnection, lockResources } from '../../persistence/resource-locks.ts';
import { loadResource } from '../../persistence/resources.repository.ts';

/** What a content refers to: where it would put the resource, and the model that a sync reads. */
export interface References {
  ends: EndIds;
  model: Resource | null;
}

/** Locks what a new sync content refers to, and the syncs themselves when they are there already. */
export async function lockReferences(
  tx: EntityManager,
  workspaceId: string,
  { configuration: { modelId, destinationId } }: SyncContent,
  syncIds: string[],
): Promise<void> {
  await lockConnection(tx, workspaceId, 'destination', destinationId);
  await lockResources(tx, workspaceId, { write: syncIds, read: [modelId] });
}

/** Resolves what is locked. Something that is deleted, elsewhere, or out of the member's sight does not exist. */
export async function referToModel(
  tx: EntityManager,
  { workspaceId, ability }: Actor,
  { configuration: { modelId, destinationId } }: SyncContent,
): Promise<References> {
  if (!canView(ability, { kind: 'destination', id: destinationId })) throw notFound('destination');
  const model = await loadResource(tx, workspaceId, modelId);
  if (model?.kind !== 'model' || !canView(ability, subjectOn('model', [model.ends]))) throw notFound('model');
  return { ends: { sourceId: model.ends.sourceId, destinationId, modelId }, model };
}
