import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { EntityManager } from 'typeorm';

/** The ids of the sources and destinations a member may view: lists are filtered by them in the query, page by page. */
export async function viewableEnds(
  tx: EntityManager,
  { workspaceId, ability }: Actor,
): Promise<{ sources: string[]; destinations: string[] }> {
  const rows: { id: string; kind: 'source' | 'destination' }[] = await tx.query(
    'select id, kind from connection where workspace_id = $1',
    [workspaceId],
  );
  const viewable = rows.filter((end) => canView(ability, end));
  const idsOf = (kind: string): string[] => viewable.filter((end) => end.kind === kind).map(({ id }) => id);
  return { sources: idsOf('source'), destinations: idsOf('destination') };
}
