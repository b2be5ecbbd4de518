import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { DomainError } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { subjectOn, type Resource } from '../../domain/resource.ts';
import { syncsOf } from '../../persistence/resources.repository.ts';

/** Throws `model.has-syncs`, naming those the member may view, while a sync refers to the model, drafts included. */
export async function assertNoSyncs(tx: EntityManager, { ability }: Actor, resource: Resource): Promise<void> {
  if (resource.kind === 'sync') return;
  const syncs = await syncsOf(tx, resource.workspaceId, resource.id);
  if (syncs.length === 0) return;
  const visible = syncs.filter(({ ends }) => canView(ability, subjectOn('sync', [ends])));
  throw new DomainError('conflict', 'model.has-syncs', 'Syncs refer to this model.', {
    details: { count: syncs.length, syncs: visible.map(({ id, name }) => ({ id, name })) },
  });
}
