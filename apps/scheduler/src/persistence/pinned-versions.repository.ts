import type { Content, ModelContent, SyncContent } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import { PinnedVersionRow } from './pinned-version.row.ts';
import { RunRow } from './run.row.ts';

export interface StartedRun {
  run: RunRow;
  sync: SyncContent;
  model: ModelContent;
}

/** The contents that runs were started on. A version never changes, so the first copy stands. */
@Injectable()
export class PinnedVersionsRepository {
  /** Locks the copy: it is not deleted with the last of its old runs while a new one is about to refer to it. */
  async pin(
    tx: EntityManager,
    workspaceId: string,
    resourceId: string,
    version: number,
    content: Content,
  ): Promise<void> {
    await tx.query(
      `insert into pinned_version (workspace_id, resource_id, version, content) values ($1, $2, $3, $4)
       on conflict (workspace_id, resource_id, version) do update set version = excluded.version`,
      [workspaceId, resourceId, version, content],
    );
  }

  /** A started run with the contents it was started on. */
  async startedRun(tx: EntityManager, { workspaceId, runId }: Lease): Promise<StartedRun> {
    const run = await tx.findOneByOrFail(RunRow, { workspaceId, id: runId });
    const { syncId, syncVersion, modelId, modelVersion } = run;
    return {
      run,
      sync: (await contentOf(tx, workspaceId, syncId, syncVersion)) as SyncContent,
      model: (await contentOf(tx, workspaceId, modelId, modelVersion)) as ModelContent,
    };
  }
}

async function contentOf(
  tx: EntityManager,
  workspaceId: string,
  resourceId: string,
  version: number | null,
): Promise<Content> {
  if (version === null) throw new TypeError(`no version of ${resourceId} is pinned`);
  return (await tx.findOneByOrFail(PinnedVersionRow, { workspaceId, resourceId, version })).content;
}
