import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A version that a run was started on. */
interface Pin {
  workspaceId: string;
  resourceId: string;
  version: number;
}

/** Runs that nobody looks at any more. */
@Injectable()
export class OldRunsRepository {
  /**
   * Lets nobody else delete until the transaction ends, or returns false. Two who each delete one of the last two runs of a version
   * would both leave it.
   */
  async claim(tx: EntityManager): Promise<boolean> {
    const [row]: { mine: boolean }[] = await tx.query(
      `select pg_try_advisory_xact_lock(hashtextextended('forget old runs', 0)) as mine`,
    );
    return row?.mine ?? false;
  }

  /** Deletes up to `limit` runs that ended so long ago. Returns how many, and the versions they had been started on. */
  async delete(
    tx: EntityManager,
    days: { refused: number; others: number },
    limit: number,
  ): Promise<{ deleted: number; pins: Pin[] }> {
    const [rows]: [DeletedRow[], number] = await tx.query(
      `delete from run where (workspace_id, id) in (
         select workspace_id, id from run
         where (status = 'refused' and finished_at < now() - $1 * interval '1 day')
            or (status in ('succeeded', 'failed') and finished_at < now() - $2 * interval '1 day')
         limit $3)
       returning workspace_id as "workspaceId", sync_id as "syncId", sync_version as "syncVersion",
                 model_id as "modelId", model_version as "modelVersion"`,
      [days.refused, days.others, limit],
    );
    return { deleted: rows.length, pins: rows.flatMap(pinsOf) };
  }

  /**
   * Deletes those of these versions that no run was started on any more. Locked in a statement of their own: a run that starts on one
   * meanwhile either waits for this transaction or is seen by the second statement.
   */
  async unpin(tx: EntityManager, pins: Pin[]): Promise<void> {
    const keys = [
      pins.map(({ workspaceId }) => workspaceId),
      pins.map(({ resourceId }) => resourceId),
      pins.map(({ version }) => version),
    ];
    const locked: Pin[] = await tx.query(
      `select workspace_id as "workspaceId", resource_id as "resourceId", version from pinned_version
       where (workspace_id, resource_id, version) in (select * from unnest($1::uuid[], $2::uuid[], $3::integer[]))
       for update skip locked`,
      keys,
    );
    await tx.query(
      `delete from pinned_version p using unnest($1::uuid[], $2::uuid[], $3::integer[]) as k(workspace_id, resource_id, version)
       where p.workspace_id = k.workspace_id and p.resource_id = k.resource_id and p.version = k.version
         and not exists (select from run r where r.workspace_id = k.workspace_id and r.sync_id = k.resource_id
                           and r.sync_version = k.version)
         and not exists (select from run r where r.workspace_id = k.workspace_id and r.model_id = k.resource_id
                           and r.model_version = k.version)`,
      [
        locked.map(({ workspaceId }) => workspaceId),
        locked.map(({ resourceId }) => resourceId),
        locked.map(({ version }) => version),
      ],
    );
  }
}

interface DeletedRow {
  workspaceId: string;
  syncId: string;
  syncVersion: number | null;
  modelId: string;
  modelVersion: number | null;
}

function pinsOf({ workspaceId, syncId, syncVersion, modelId, modelVersion }: DeletedRow): Pin[] {
  if (syncVersion === null || modelVersion === null) return [];
  return [
    { workspaceId, resourceId: syncId, version: syncVersion },
    { workspaceId, resourceId: modelId, version: modelVersion },
  ];
}
