import { derivedId } from '@imprimatur/kernel';
import { systemCause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nextTick } from '../domain/ticking.ts';
import { RunsRepository, type NewRun } from '../persistence/runs.repository.ts';
import { SchedulesRepository, type DueSchedule } from '../persistence/schedules.repository.ts';

const BATCH = 200;

/** Turns ticks that have come into queued runs, and moves their schedules on past everything that was missed. */
@Injectable()
export class FireDueSchedules {
  constructor(
    private readonly schedules: SchedulesRepository,
    private readonly runs: RunsRepository,
  ) {}

  /** Returns whether there may be more to fire at once. */
  async execute(tx: EntityManager, workspaceIds: string[]): Promise<boolean> {
    const due = await this.schedules.lockDue(tx, workspaceIds, BATCH);
    if (due.length === 0) return false;
    await this.runs.queue(tx, due.map(runOf));
    await this.schedules.advance(
      tx,
      due.map(({ workspaceId, syncId, published, firedAt, now }) => ({
        workspaceId,
        syncId,
        nextFireAt: nextTick(published, firedAt, now),
      })),
    );
    return due.length === BATCH;
  }
}

function runOf({ workspaceId, syncId, syncName, modelId, sourceId, destinationId, firedAt }: DueSchedule): NewRun {
  return {
    ...{ workspaceId, syncId, syncName, modelId, sourceId, destinationId },
    // The id is that of the tick: should a tick ever fire twice, the second run collides with the first.
    id: derivedId(syncId, firedAt.toISOString()),
    trigger: 'schedule',
    requestedBy: null,
    correlationId: systemCause().correlationId,
  };
}
