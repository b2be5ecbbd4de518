import { canRun, canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { forbidden, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { syncSubject } from '../domain/sync-subject.ts';
import { SchedulesRepository } from '../persistence/schedules.repository.ts';
import { StatesRepository } from '../persistence/states.repository.ts';

/** Pauses or resumes the schedule of a sync. What it would have done meanwhile becomes one run when it is resumed. */
@Injectable()
export class SetSchedulePaused {
  constructor(
    private readonly states: StatesRepository,
    private readonly schedules: SchedulesRepository,
  ) {}

  async execute(tx: EntityManager, syncId: string, paused: boolean, actor: Actor): Promise<void> {
    const sync = await this.states.findSync(tx, actor.workspaceId, syncId);
    if (sync === null || sync.deleted || !canView(actor.ability, syncSubject(sync))) throw notFound('sync');
    if (!canRun(actor.ability, syncSubject(sync)))
      throw forbidden('Your role does not let you pause or resume this sync.');
    await this.schedules.setPaused(tx, sync.workspaceId, sync.id, paused);
  }
}
