import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import { RunSettings } from '../domain/run-settings.ts';
import { noCounts, type Pinned, type Progress, type RunOutcome } from '../domain/run.ts';
import { PinnedVersionsRepository } from './pinned-versions.repository.ts';
import { RunRow } from './run.row.ts';

const HELD = `workspace_id = $1 and id = $2 and lease_epoch = $3 and status = 'running' and lease_expires_at > now()`;

/** Running runs: one worker at a time, by a lease that the database's clock ends. Each write says whether the lease was still held. */
@Injectable()
export class LeasesRepository {
  constructor(
    private readonly pinnedVersions: PinnedVersionsRepository,
    private readonly settings: RunSettings,
  ) {}

  async start(tx: EntityManager, { workspaceId, id, syncId }: RunRow, pinned: Pinned): Promise<RunRow> {
    const { sync, model } = pinned;
    await this.pinnedVersions.pin(tx, workspaceId, syncId, sync.version, sync.content);
    await this.pinnedVersions.pin(tx, workspaceId, model.id, model.version, model.content);
    await tx.query(
      `update run set status = 'running', started_at = date_trunc('milliseconds', now()), counts = $3,
              sync_version = $4, model_version = $5, model_id = $6, source_id = $7, destination_id = $8,
              lease_owner = $9, lease_epoch = 1, lease_expires_at = now() + $10 * interval '1 millisecond'
       where workspace_id = $1 and id = $2`,
      [
        workspaceId,
        id,
        noCounts,
        sync.version,
        model.version,
        model.id,
        model.sourceId,
        sync.content.configuration.destinationId,
        this.settings.owner,
        this.settings.leaseMs,
      ],
    );
    return tx.findOneByOrFail(RunRow, { workspaceId, id });
  }

  /** Takes over one run whose worker let its lease run out or gave it back. It starts again, on the same versions. */
  async takeOverLost(tx: EntityManager): Promise<Lease | null> {
    const [rows]: [Lease[], number] = await tx.query(
      `update run set workers_lost = workers_lost + (lease_owner is not null)::int,
              lease_owner = $1, lease_epoch = lease_epoch + 1, counts = $3, rejections = '[]',
              lease_expires_at = now() + $2 * interval '1 millisecond'
       where (workspace_id, id) = (select workspace_id, id from run where status = 'running' and lease_expires_at <= now()
                                   order by lease_expires_at limit 1 for update skip locked)
       returning workspace_id as "workspaceId", id as "runId", lease_epoch as epoch`,
      [this.settings.owner, this.settings.leaseMs, noCounts],
    );
    return rows[0] ?? null;
  }

  /** Holds the lease for longer and shows how far the run is. */
  renew(tx: EntityManager, lease: Lease, { counts, rejections }: Progress): Promise<boolean> {
    return writeHeld(
      tx,
      `lease_expires_at = now() + $4 * interval '1 millisecond', counts = $5, rejections = $6`,
      lease,
      [this.settings.leaseMs, counts, JSON.stringify(rejections)],
    );
  }

  /** Gives the run back, so that another worker need not wait for the lease to run out. */
  release(tx: EntityManager, lease: Lease): Promise<boolean> {
    return writeHeld(tx, 'lease_owner = null, lease_expires_at = now()', lease, []);
  }

  finish(tx: EntityManager, lease: Lease, { failure, counts, rejections }: RunOutcome): Promise<boolean> {
    return writeHeld(
      tx,
      `status = $4, failure = $5, counts = $6, rejections = $7, finished_at = date_trunc('milliseconds', now())`,
      lease,
      [failure === null ? 'succeeded' : 'failed', failure, counts, JSON.stringify(rejections)],
    );
  }
}

async function writeHeld(tx: EntityManager, changes: string, lease: Lease, values: unknown[]): Promise<boolean> {
  const [, affected]: [unknown[], number] = await tx.query(`update run set ${changes} where ${HELD}`, [
    lease.workspaceId,
    lease.runId,
    lease.epoch,
    ...values,
  ]);
  return affected === 1;
}
