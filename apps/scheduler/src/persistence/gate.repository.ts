import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { GateFacts } from '../domain/gate.ts';
import { ModelStateRow } from './model-state.row.ts';
import { ScheduleRow } from './schedule.row.ts';
import { SyncStateRow } from './sync-state.row.ts';

/** The rows a run is judged on. */
export interface GateRows {
  sync: SyncStateRow;
  schedule: ScheduleRow;
  model: ModelStateRow | null;
}

const shared = { lock: { mode: 'pessimistic_read' } } as const;
const exclusive = { lock: { mode: 'pessimistic_write' } } as const;

/** Loads what the gate looks at. */
@Injectable()
export class GateRepository {
  /** Locked, so that all of it stays as it is until the transaction ends; always in the projection's order: sync, schedule, model. */
  async lock(tx: EntityManager, workspaceId: string, syncId: string): Promise<GateRows> {
    const sync = await tx.findOneOrFail(SyncStateRow, { where: { workspaceId, id: syncId }, ...shared });
    const schedule = await tx.findOneOrFail(ScheduleRow, { where: { workspaceId, syncId }, ...exclusive });
    return { sync, schedule, model: await tx.findOne(ModelStateRow, { where: modelOf(sync), ...shared }) };
  }

  /** Only to look at. */
  async read(tx: EntityManager, workspaceId: string, syncId: string): Promise<GateRows> {
    const sync = await tx.findOneByOrFail(SyncStateRow, { workspaceId, id: syncId });
    const schedule = await tx.findOneByOrFail(ScheduleRow, { workspaceId, syncId });
    return { sync, schedule, model: await tx.findOneBy(ModelStateRow, modelOf(sync)) };
  }

  /** The same for many syncs of a workspace, all at once. */
  async readAll(tx: EntityManager, workspaceId: string, syncs: SyncStateRow[]): Promise<GateRows[]> {
    const [schedules, models] = await Promise.all([
      tx.findBy(ScheduleRow, { workspaceId, syncId: In(syncs.map(({ id }) => id)) }),
      tx.findBy(ModelStateRow, { workspaceId, id: In(syncs.map((sync) => modelOf(sync).id)) }),
    ]);
    const scheduleOf = new Map(schedules.map((schedule) => [schedule.syncId, schedule]));
    const modelById = new Map(models.map((model) => [model.id, model]));
    return syncs.flatMap((sync) => {
      const schedule = scheduleOf.get(sync.id);
      return schedule ? [{ sync, schedule, model: modelById.get(modelOf(sync).id) ?? null }] : [];
    });
  }
}

function modelOf({ workspaceId, published, modelId }: SyncStateRow): { workspaceId: string; id: string } {
  return { workspaceId, id: published?.content.configuration.modelId ?? modelId };
}

export function gateFacts(
  { sync, schedule, model }: GateRows,
  modelDraftPolicy: GateFacts['modelDraftPolicy'],
  previousRunActive: boolean,
): GateFacts {
  return { sync, model, modelDraftPolicy, paused: schedule.paused, previousRunActive };
}
