import { canRun, canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { describeSchedule, nextFires } from '@imprimatur/changes';
import type { RefusalCode, Schedule } from '@imprimatur/contracts';
import { Clock, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runSubject, syncSubject } from '../domain/sync-subject.ts';
import { StatesRepository } from '../persistence/states.repository.ts';
import { Gate } from './gate.ts';

const SHOWN = 5;

export interface ScheduleNow {
  syncId: string;
  paused: boolean;
  schedule: Schedule | null;
  description: string | null;
  nextFires: string[];
  mayRun: boolean;
  wouldRefuse: RefusalCode[];
}

/** Shows when a sync runs by itself, and whether it would run right now. */
@Injectable()
export class ShowSchedule {
  constructor(
    private readonly states: StatesRepository,
    private readonly gate: Gate,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, syncId: string, actor: Actor): Promise<ScheduleNow> {
    const sync = await this.states.findSync(tx, actor.workspaceId, syncId);
    if (sync === null || sync.deleted || !canView(actor.ability, syncSubject(sync))) throw notFound('sync');
    const { schedule: row, model, codes } = await this.gate.preview(tx, actor.workspaceId, syncId);
    const { schedule, anchor, paused } = row;
    const ticks = schedule !== null && anchor !== null && !paused;
    return {
      syncId,
      paused,
      schedule,
      description: schedule === null ? null : describeSchedule(schedule),
      nextFires: ticks ? nextFires(schedule, anchor, this.clock.now(), SHOWN).map((at) => at.toISOString()) : [],
      mayRun: canRun(actor.ability, runSubject(sync, model)),
      wouldRefuse: codes,
    };
  }
}
