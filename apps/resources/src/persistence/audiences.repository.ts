import type { EntityManager } from 'typeorm';
import type { Audience } from '../domain/audience.ts';
import { AudienceRow } from './rows/audience.row.ts';

export function loadAudience(tx: EntityManager, workspaceId: string, id: string): Promise<Audience | null> {
  return tx.findOneBy(AudienceRow, { workspaceId, id, deleted: false });
}

/** One that is known to be there, deleted or not. */
export function loadAudienceWithDeleted(tx: EntityManager, workspaceId: string, id: string): Promise<Audience> {
  return tx.findOneByOrFail(AudienceRow, { workspaceId, id });
}

/** To change one, after what it refers to and before the journeys that refer to it. */
export async function lockAudience(tx: EntityManager, workspaceId: string, id: string): Promise<void> {
  await tx.query('select from audience where workspace_id = $1 and id = $2 for no key update', [workspaceId, id]);
}

/** To refer to them: they are not deleted, nor moved to another source, until that is committed. */
export async function lockReferredAudiences(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query('select from audience where workspace_id = $1 and id = any($2::uuid[]) order by id for share', [
    workspaceId,
    ids,
  ]);
}

export async function insertAudience(tx: EntityManager, audience: Audience): Promise<void> {
  await tx.insert(AudienceRow, { ...audience, modelId: audience.content.modelId });
}

export async function updateAudience(tx: EntityManager, audience: Audience): Promise<void> {
  const { workspaceId, id, ...changed } = audience;
  await tx.update(AudienceRow, { workspaceId, id }, { ...changed, modelId: audience.content.modelId });
}

export interface Named {
  id: string;
  name: string;
}

/** The audiences of a model, by name. Who may view the model may view them: they have its source. */
export function audiencesOf(tx: EntityManager, workspaceId: string, modelId: string): Promise<Named[]> {
  return tx.query(
    'select id, name from audience where workspace_id = $1 and model_id = $2 and not deleted order by name, id',
    [workspaceId, modelId],
  );
}
