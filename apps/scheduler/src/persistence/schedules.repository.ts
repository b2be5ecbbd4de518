import type { RefusalCode } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublishedSchedule, Ticking } from '../domain/ticking.ts';
import { ScheduleRow } from './schedule.row.ts';

/** A schedule whose tick has come, with what the run's row needs of its sync. */
export interface DueSchedule {
  workspaceId: string;
  syncId: string;
  published: PublishedSchedule;
  firedAt: Date;
  now: Date;
  syncName: string;
  modelId: string;
  sourceId: string;
  destinationId: string;
}

export interface Tick {
  workspaceId: string;
  syncId: string;
  nextFireAt: Date | null;
}

/** When syncs tick next, and whether they are paused. */
@Injectable()
export class SchedulesRepository {
  /** The row of a sync, locked; made if this is the first time anything was heard of it. */
  async lockOrCreate(tx: EntityManager, workspaceId: string, syncId: string): Promise<ScheduleRow> {
    await tx.query('insert into schedule (workspace_id, sync_id) values ($1, $2) on conflict do nothing', [
      workspaceId,
      syncId,
    ]);
    return tx.findOneOrFail(ScheduleRow, { where: { workspaceId, syncId }, lock: { mode: 'pessimistic_write' } });
  }

  async reschedule(tx: EntityManager, workspaceId: string, syncId: string, ticking: Ticking): Promise<void> {
    const { published, nextFireAt } = ticking;
    await tx.query(
      'update schedule set schedule = $3, anchor = $4, next_fire_at = $5 where workspace_id = $1 and sync_id = $2',
      [workspaceId, syncId, published?.schedule ?? null, published?.anchor ?? null, nextFireAt],
    );
  }

  async setPaused(tx: EntityManager, workspaceId: string, syncId: string, paused: boolean): Promise<void> {
    await tx.update(ScheduleRow, { workspaceId, syncId }, { paused });
  }

  async setAnnounced(tx: EntityManager, workspaceId: string, syncId: string, code: RefusalCode | null): Promise<void> {
    await tx.update(ScheduleRow, { workspaceId, syncId }, { announcedCode: code });
  }

  /**
   * Locks up to `limit` schedules whose tick has come. A sync whose last tick still waits at the gate is left out:
   * its ticks until then become one run.
   */
  async lockDue(tx: EntityManager, workspaceIds: string[], limit: number): Promise<DueSchedule[]> {
    const rows: (Omit<DueSchedule, 'published'> & PublishedSchedule)[] = await tx.query(
      `select d.workspace_id as "workspaceId", d.sync_id as "syncId", d.schedule, d.anchor, d.next_fire_at as "firedAt",
              now() as now, s.name as "syncName", s.model_id as "modelId", s.source_id as "sourceId",
              s.destination_id as "destinationId"
       from schedule d join sync_state s on s.workspace_id = d.workspace_id and s.id = d.sync_id
       where d.next_fire_at <= now() and d.next_fire_at is not null and not d.paused and d.workspace_id = any($1)
         and not exists (select from run r where r.workspace_id = d.workspace_id and r.sync_id = d.sync_id
                           and r.trigger = 'schedule' and r.status = 'queued')
       order by d.next_fire_at limit $2
       for update of d skip locked`,
      [workspaceIds, limit],
    );
    return rows.map(({ schedule, anchor, ...due }) => ({ ...due, published: { schedule, anchor } }));
  }

  async advance(tx: EntityManager, ticks: Tick[]): Promise<void> {
    await tx.query(
      `update schedule d set next_fire_at = t.next_fire_at
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) t(workspace_id, sync_id, next_fire_at)
       where d.workspace_id = t.workspace_id and d.sync_id = t.sync_id`,
      [
        ticks.map(({ workspaceId }) => workspaceId),
        ticks.map(({ syncId }) => syncId),
        ticks.map(({ nextFireAt }) => nextFireAt),
      ],
    );
  }
}
