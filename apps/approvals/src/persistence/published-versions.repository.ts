import type { GatedKind } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which version of every model and sync is published, as far as this service has heard from resources. */
@Injectable()
export class PublishedVersions {
  async put(
    tx: EntityManager,
    state: { workspaceId: string; id: string; kind: GatedKind; version: number | null; deleted: boolean; seq: number },
  ): Promise<void> {
    await tx.query(
      `insert into resource_version (workspace_id, resource_id, kind, version, deleted, seq) values ($1, $2, $3, $4, $5, $6)
       on conflict (workspace_id, resource_id) do update
         set kind = excluded.kind, version = excluded.version, deleted = excluded.deleted, seq = excluded.seq
         where resource_version.seq <= excluded.seq`,
      [state.workspaceId, state.id, state.kind, state.version, state.deleted, state.seq],
    );
  }

  /** Items of a request whose base version is no longer the published one. An item never heard of is left to resources to judge. */
  async movedItems(tx: EntityManager, workspaceId: string, requestId: string): Promise<string[]> {
    const rows: { resourceId: string }[] = await tx.query(
      `select i.resource_id as "resourceId" from request_item i
         join resource_version v on v.workspace_id = i.workspace_id and v.resource_id = i.resource_id
        where i.workspace_id = $1 and i.request_id = $2 and (v.deleted or v.version is distinct from i.base_version)`,
      [workspaceId, requestId],
    );
    return rows.map(({ resourceId }) => resourceId);
  }
}
