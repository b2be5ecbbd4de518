import { appendEvents } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import type { RunOutcome } from '../domain/run.ts';
import { LeasesRepository } from '../persistence/leases.repository.ts';
import { RunsRepository } from '../persistence/runs.repository.ts';
import { causeOfRun, runFinished } from './run-events.ts';

/** Records how a run ended and says so, once: only the worker that still holds the lease can. */
@Injectable()
export class FinishRun {
  constructor(
    private readonly leases: LeasesRepository,
    private readonly runs: RunsRepository,
  ) {}

  /** Returns false, with nothing changed, when the lease was lost. */
  async execute(tx: EntityManager, lease: Lease, outcome: RunOutcome): Promise<boolean> {
    if (!(await this.leases.finish(tx, lease, outcome))) return false;
    const run = await this.runs.find(tx, lease.workspaceId, lease.runId);
    await appendEvents(tx, causeOfRun(run), [runFinished(run)]);
    return true;
  }
}
