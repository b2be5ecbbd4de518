/**
 * Commands lock the rows they decide on before they read them, always in this order: connections, models, syncs, audiences, journeys, each
 * by id. So no two of them wait for each other. Who acts is judged after that, on their rights as they are then (`PresentRights`).
 */
import type { GatedKind } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';

export interface ResourceLocks {
  /** Resources that are about to change. */
  write: readonly string[];
  /** Models that are about to be referred to, or whose versions are about to be read as a fact. */
  read?: readonly string[];
  /** Models that may be published from their draft: the published syncs that wait for it change with them. */
  publish?: readonly string[];
}

/** Locks what is there, and returns the ids that were locked. What is not there, in this workspace, is left out. */
export async function lockResources(
  tx: EntityManager,
  workspaceId: string,
  { write, read = [], publish = [] }: ResourceLocks,
): Promise<Set<string>> {
  const wanted: { id: string; kind: GatedKind }[] = await tx.query(
    'select id, kind from resource where workspace_id = $1 and id = any($2::uuid[]) order by id',
    [workspaceId, [...write, ...read]],
  );
  const models = wanted.filter(({ kind }) => kind === 'model').map(({ id }) => id);
  for (const id of models)
    await tx.query(
      `select from resource where workspace_id = $1 and id = $2 for ${write.includes(id) ? 'update' : 'share'}`,
      [workspaceId, id],
    );
  const waiting: { id: string }[] = publish.length === 0 ? [] : await tx.query(waitingSyncs, [workspaceId, publish]);
  const syncs = [...wanted.filter(({ kind }) => kind === 'sync'), ...waiting].map(({ id }) => id);
  if (syncs.length > 0)
    await tx.query('select from resource where workspace_id = $1 and id = any($2::uuid[]) order by id for update', [
      workspaceId,
      syncs,
    ]);
  return new Set([...models, ...syncs]);
}

/** New ones cannot appear while the model is locked: writing a binding locks the model too. */
const waitingSyncs = `
  select s.id from resource s join version v
      on v.workspace_id = s.workspace_id and v.resource_id = s.id and v.version = s.published_version
   where s.workspace_id = $1 and s.model_id = any($2::uuid[]) and not s.deleted and v.binding ->> 'draftId' is not null`;

/** Keeps a source or destination from being deleted until the reference to it is committed. Throws when there is none. */
export async function lockConnection(
  tx: EntityManager,
  workspaceId: string,
  kind: 'source' | 'destination',
  id: string,
): Promise<void> {
  const rows: unknown[] = await tx.query(
    'select id from connection where workspace_id = $1 and id = $2 and kind = $3 and not deleted for share',
    [workspaceId, id, kind],
  );
  if (rows.length === 0) throw notFound(kind);
}
