import type { RefusalCode } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RunSettings } from '../domain/run-settings.ts';
import { RunRow } from './run.row.ts';

export type NewRun = Pick<
  RunRow,
  | 'id'
  | 'workspaceId'
  | 'syncId'
  | 'syncName'
  | 'modelId'
  | 'sourceId'
  | 'destinationId'
  | 'trigger'
  | 'requestedBy'
  | 'correlationId'
>;

/** Runs up to the gate: queued, turned back, refused. What happens after it is the lease's. */
@Injectable()
export class RunsRepository {
  constructor(private readonly settings: RunSettings) {}

  /** Queues runs. An id that is there already is left alone: one tick is one run, whoever fires it. */
  async queue(tx: EntityManager, runs: NewRun[]): Promise<void> {
    await insert(tx, runs, 'queued', []);
  }

  /** Records a run that was refused as soon as it was asked for. */
  async recordRefused(tx: EntityManager, run: NewRun, codes: RefusalCode[]): Promise<RunRow> {
    await insert(tx, [run], 'refused', codes);
    return this.find(tx, run.workspaceId, run.id);
  }

  find(tx: EntityManager, workspaceId: string, id: string): Promise<RunRow> {
    return tx.findOneByOrFail(RunRow, { workspaceId, id });
  }

  /** The queued run that has waited longest in these workspaces, locked; one that another worker holds is passed over. */
  lockNextQueued(tx: EntityManager, workspaceIds: string[]): Promise<RunRow | null> {
    return tx
      .createQueryBuilder(RunRow, 'run')
      .where(`run.status = 'queued' and run.readyAt <= now() and run.workspaceId = any(:workspaceIds)`, {
        workspaceIds,
      })
      .orderBy('run.readyAt')
      .limit(1)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
  }

  /** Whether a run of this sync is under way; with `orQueued`, also one that is about to start. One that was turned back is not. */
  async isActive(tx: EntityManager, workspaceId: string, syncId: string, orQueued: boolean): Promise<boolean> {
    const [found]: { active: boolean }[] = await tx.query(
      `select exists (select from run where workspace_id = $1 and sync_id = $2
                        and (status = 'running' or ($3 and status = 'queued' and not rechecked))) as active`,
      [workspaceId, syncId, orQueued],
    );
    return found?.active ?? false;
  }

  /** Which of these syncs have a run that is under way or about to start. */
  async activeAmong(tx: EntityManager, workspaceId: string, syncIds: string[]): Promise<Set<string>> {
    const found: { syncId: string }[] = await tx.query(
      `select distinct sync_id as "syncId" from run where workspace_id = $1 and sync_id = any($2)
          and (status = 'running' or (status = 'queued' and not rechecked))`,
      [workspaceId, syncIds],
    );
    return new Set(found.map(({ syncId }) => syncId));
  }

  /** Sends a queued run back, to be looked at once more. */
  async turnBack(tx: EntityManager, { workspaceId, id }: RunRow): Promise<void> {
    await tx.query(
      `update run set rechecked = true, ready_at = now() + $3 * interval '1 millisecond'
       where workspace_id = $1 and id = $2`,
      [workspaceId, id, this.settings.recheckDelayMs],
    );
  }

  async refuse(tx: EntityManager, { workspaceId, id }: RunRow, codes: RefusalCode[]): Promise<RunRow> {
    await tx.query(
      `update run set status = 'refused', code = ($3::text[])[1], codes = $3,
              finished_at = date_trunc('milliseconds', now())
       where workspace_id = $1 and id = $2`,
      [workspaceId, id, codes],
    );
    return this.find(tx, workspaceId, id);
  }
}

const columns = [
  ['id', 'uuid'],
  ['workspaceId', 'uuid'],
  ['syncId', 'uuid'],
  ['syncName', 'text'],
  ['modelId', 'uuid'],
  ['sourceId', 'uuid'],
  ['destinationId', 'uuid'],
  ['trigger', 'text'],
  ['requestedBy', 'uuid'],
  ['correlationId', 'text'],
] as const satisfies [keyof NewRun, string][];

async function insert(
  tx: EntityManager,
  runs: NewRun[],
  status: 'queued' | 'refused',
  codes: RefusalCode[],
): Promise<void> {
  const arrays = columns.map(([, type], index) => `$${index + 3}::${type}[]`).join(', ');
  await tx.query(
    `with moment as (select date_trunc('milliseconds', now()) as at)
     insert into run (id, workspace_id, sync_id, sync_name, model_id, source_id, destination_id, trigger, requested_by,
                      correlation_id, status, codes, code, created_at, ready_at, finished_at)
     select u.*, $1::text, $2::text[], ($2::text[])[1], moment.at, moment.at, case $1::text when 'refused' then moment.at end
     from moment, unnest(${arrays}) u
     on conflict (workspace_id, id) do nothing`,
    [status, codes, ...columns.map(([column]) => runs.map((run) => run[column]))],
  );
}
