import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { EntityManager } from 'typeorm';
import { EndpointStateRow } from './endpoint-state.row.ts';

/** The sources and destinations that a member may view. */
export async function viewableEnds(tx: EntityManager, { workspaceId, ability }: Actor): Promise<string[]> {
  const all = await tx.findBy(EndpointStateRow, { workspaceId });
  return all.filter(({ kind, id }) => canView(ability, { kind, id })).map(({ id }) => id);
}
