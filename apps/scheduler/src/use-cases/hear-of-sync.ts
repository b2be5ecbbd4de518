import type { DataOf, SyncState } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rescheduled, type PublishedSchedule, type Ticking } from '../domain/ticking.ts';
import type { ScheduleRow } from '../persistence/schedule.row.ts';
import { SchedulesRepository } from '../persistence/schedules.repository.ts';
import { StatesRepository } from '../persistence/states.repository.ts';

/** Takes in the newest state of a sync and lets its published schedule tick. */
@Injectable()
export class HearOfSync {
  constructor(
    private readonly states: StatesRepository,
    private readonly schedules: SchedulesRepository,
  ) {}

  async execute(tx: EntityManager, state: DataOf<typeof SyncState>): Promise<void> {
    if (!(await this.states.putSync(tx, state))) return;
    const before = tickingOf(await this.schedules.lockOrCreate(tx, state.workspaceId, state.id));
    const after = rescheduled(before, scheduleOf(state));
    if (after !== before) await this.schedules.reschedule(tx, state.workspaceId, state.id, after);
  }
}

function scheduleOf({ deleted, published }: DataOf<typeof SyncState>): PublishedSchedule | null {
  if (deleted || published === null) return null;
  return { schedule: published.content.schedule, anchor: new Date(published.scheduleAnchor) };
}

function tickingOf({ schedule, anchor, nextFireAt }: ScheduleRow): Ticking {
  return { published: schedule === null || anchor === null ? null : { schedule, anchor }, nextFireAt };
}
