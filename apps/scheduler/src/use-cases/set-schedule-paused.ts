import { canRun, canView } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import { forbidden, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runSubject, syncSubject } from '../domain/sync-subject.ts';
import { GateRepository } from '../persistence/gate.repository.ts';
import { SchedulesRepository } from '../persistence/schedules.repository.ts';
import { StatesRepository } from '../persistence/states.repository.ts';

/** Pauses or resumes the schedule of a sync. What it would have done meanwhile becomes one run when it is resumed. */
@Injectable()
export class SetSchedulePaused {
  constructor(
    private readonly states: StatesRepository,
    private readonly schedules: SchedulesRepository,
    private readonly gate: GateRepository,
    private readonly presentRights: PresentRights,
  ) {}

  async execute(tx: EntityManager, syncId: string, paused: boolean, caller: Caller): Promise<void> {
    if ((await this.states.findSync(tx, caller.workspaceId, syncId)) === null) throw notFound('sync');
    const { sync, model } = await this.gate.lock(tx, caller.workspaceId, syncId);
    const { ability } = await this.presentRights.of(tx, caller);
    if (sync.deleted || !canView(ability, syncSubject(sync))) throw notFound('sync');
    if (!canRun(ability, runSubject(sync, model)))
      throw forbidden('Your role does not let you pause or resume this sync.');
    await this.schedules.setPaused(tx, sync.workspaceId, sync.id, paused);
  }
}
