import { canRun } from '@imprimatur/abilities';
import { Directory } from '@imprimatur/access';
import { appendEvents } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { admit, type Admission } from '../domain/admission.ts';
import type { Lease } from '../domain/lease.ts';
import { noProgress } from '../domain/progress.ts';
import { rightsMissing, type Pinned } from '../domain/run.ts';
import { runSubject } from '../domain/sync-subject.ts';
import { LeasesRepository } from '../persistence/leases.repository.ts';
import type { RunRow } from '../persistence/run.row.ts';
import { RunsRepository } from '../persistence/runs.repository.ts';
import { SchedulesRepository } from '../persistence/schedules.repository.ts';
import { FinishRun } from './finish-run.ts';
import { Gate, type Judgement } from './gate.ts';
import { causeOfRun, runRefused, runStarted } from './run-events.ts';

/**
 * Brings the next queued run to the gate: it starts, pinned to the versions that were judged, or it is turned back, or refused. A run
 * whose member may not run this any more ends where it starts.
 */
@Injectable()
export class StartNextRun {
  constructor(
    private readonly runs: RunsRepository,
    private readonly leases: LeasesRepository,
    private readonly schedules: SchedulesRepository,
    private readonly gate: Gate,
    private readonly directory: Directory,
    private readonly finishRun: FinishRun,
  ) {}

  /** The lease of the run that started; `turned-away` when the next one did not; null when none is waiting. */
  async execute(tx: EntityManager, workspaceIds: string[]): Promise<Lease | 'turned-away' | null> {
    const run = await this.runs.lockNextQueued(tx, workspaceIds);
    if (run === null) return null;
    const judgement = await this.gate.judge(tx, run.workspaceId, run.syncId, 'running');
    const admission = admit(run, judgement.codes, judgement.schedule.announcedCode);
    if (admission.kind === 'start') return this.start(tx, run, judgement);
    if (admission.kind === 'recheck') await this.runs.turnBack(tx, run);
    else await this.refuse(tx, run, admission);
    return 'turned-away';
  }

  private async start(tx: EntityManager, run: RunRow, judgement: Judgement): Promise<Lease | 'turned-away'> {
    const started = await this.leases.start(tx, run, pinnedBy(judgement));
    await this.schedules.setAnnounced(tx, run.workspaceId, run.syncId, null);
    await appendEvents(tx, causeOfRun(started), [runStarted(started)]);
    const lease = { workspaceId: started.workspaceId, runId: started.id, epoch: started.leaseEpoch };
    if (await this.mayRun(tx, run, judgement)) return lease;
    await this.finishRun.execute(tx, lease, { ...noProgress, failure: rightsMissing });
    return 'turned-away';
  }

  // Since a member asked for it their rights, or what the run moves between, may have changed.
  private async mayRun(tx: EntityManager, run: RunRow, { sync, model }: Judgement): Promise<boolean> {
    if (run.trigger === 'schedule') return true;
    if (run.requestedBy === null) return false;
    const actor = await this.directory.actor(run.workspaceId, run.requestedBy, tx);
    return actor !== null && canRun(actor.ability, runSubject(sync, model));
  }

  private async refuse(tx: EntityManager, run: RunRow, refusal: Extract<Admission, { kind: 'refuse' }>): Promise<void> {
    const refused = await this.runs.refuse(tx, run, refusal.codes);
    if (!refusal.announce) return;
    if (run.trigger === 'schedule') await this.schedules.setAnnounced(tx, run.workspaceId, run.syncId, refusal.code);
    await appendEvents(tx, causeOfRun(refused), [runRefused(refused, refusal.code)]);
  }
}

function pinnedBy({ sync, model, codes }: Judgement): Pinned {
  if (codes.length > 0 || !sync.published || !model?.published)
    throw new TypeError(`sync ${sync.id} passed the gate unpublished`);
  return { sync: sync.published, model: { id: model.id, sourceId: model.sourceId, ...model.published } };
}
