import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import type { Audience } from '../../domain/audience.ts';
import { loadAudience } from '../../persistence/audiences.repository.ts';

/** The audience, if this member may view its source. */
export async function findAudience(tx: EntityManager, { workspaceId, ability }: Actor, id: string): Promise<Audience> {
  const audience = await loadAudience(tx, workspaceId, id);
  if (audience === null || !canView(ability, { kind: 'source', id: audience.sourceId })) throw notFound('audience');
  return audience;
}
