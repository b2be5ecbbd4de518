import type { Actor } from '@imprimatur/access';
import { DomainError } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { referrersSeen } from '../../domain/referrers.ts';
import type { Resource } from '../../domain/resource.ts';
import { seesReference } from '../../domain/sight.ts';
import { audiencesOf } from '../../persistence/audiences.repository.ts';
import { syncsOf } from '../../persistence/resources.repository.ts';

/**
 * Throws `model.has-syncs` while a sync refers to the model, drafts included, naming those the member may view, and
 * `model.has-audiences` while an audience is taken from it.
 */
export async function assertUnreferred(
  tx: EntityManager,
  actor: Actor,
  { workspaceId, id, kind }: Resource,
): Promise<void> {
  if (kind === 'sync') return;
  const { count, hidden, seen } = referrersSeen(await syncsOf(tx, workspaceId, id), (sync) =>
    seesReference(actor, sync, ({ modelId }) => modelId === id),
  );
  if (count > 0)
    throw new DomainError('conflict', 'model.has-syncs', 'Syncs refer to this model.', {
      details: { count, hidden, syncs: seen.map((sync) => ({ id: sync.id, name: sync.name })) },
    });
  const audiences = await audiencesOf(tx, workspaceId, id);
  if (audiences.length > 0)
    throw new DomainError('conflict', 'model.has-audiences', 'Audiences are taken from this model.', {
      details: { count: audiences.length, audiences },
    });
}
