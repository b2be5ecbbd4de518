import type { Ends } from '@imprimatur/contracts';
import type { EntityManager } from 'typeorm';
import type { EndIds } from '../domain/resource.ts';

/** Puts names to ends, as they are now, for people to read. */
export async function nameEnds(
  tx: EntityManager,
  workspaceId: string,
  ends: readonly EndIds[],
): Promise<(ids: EndIds) => Ends> {
  const ids = ends.flatMap(({ sourceId, destinationId, modelId }) => [sourceId, destinationId, modelId]);
  const rows: { id: string; name: string }[] = await tx.query(
    `select id, name from connection where workspace_id = $1 and id = any($2::uuid[])
     union all select id, name from resource where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, [...new Set(ids.filter((id) => id !== null))]],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? ''));
  return (end) => ({
    ...end,
    sourceName: nameOf(end.sourceId) ?? '',
    destinationName: nameOf(end.destinationId),
    modelName: nameOf(end.modelId),
  });
}
