import { canRun, canView } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import type { RefusalCode } from '@imprimatur/contracts';
import { forbidden, newId, notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { admit } from '../domain/admission.ts';
import { runSubject, syncSubject } from '../domain/sync-subject.ts';
import { RunsRepository, type NewRun } from '../persistence/runs.repository.ts';
import { StatesRepository } from '../persistence/states.repository.ts';
import type { SyncStateRow } from '../persistence/sync-state.row.ts';
import { Gate } from './gate.ts';
import { runRefused } from './run-events.ts';

/** The run is queued, or, with a refusal, only on record. JSON, so that a repeat can be answered with it. */
export interface RequestedRun {
  runId: string;
  refusal: { code: RefusalCode; codes: RefusalCode[] } | null;
}

/** Queues a run that a member asks for, or records and announces why it may not start. */
@Injectable()
export class RequestRun {
  constructor(
    private readonly states: StatesRepository,
    private readonly runs: RunsRepository,
    private readonly gate: Gate,
    private readonly presentRights: PresentRights,
  ) {}

  async execute(tx: EntityManager, cause: Cause, syncId: string, caller: Caller): Promise<RequestedRun> {
    if ((await this.states.findSync(tx, caller.workspaceId, syncId)) === null) throw notFound('sync');
    const { sync, model, codes } = await this.gate.judge(tx, caller.workspaceId, syncId, 'running-or-queued');
    const { ability } = await this.presentRights.confirmed(tx, caller);
    if (sync.deleted || !canView(ability, syncSubject(sync))) throw notFound('sync');
    if (!canRun(ability, runSubject(sync, model))) throw forbidden('Your role does not let you run this sync.');

    const run = manualRun(sync, caller, cause);
    const admission = admit({ trigger: 'manual', rechecked: false }, codes, null);
    if (admission.kind !== 'refuse') {
      await this.runs.queue(tx, [run]);
      return { runId: run.id, refusal: null };
    }
    const refused = await this.runs.recordRefused(tx, run, codes);
    await appendEvents(tx, cause, [runRefused(refused, admission.code)]);
    return { runId: run.id, refusal: { code: admission.code, codes } };
  }
}

function manualRun(sync: SyncStateRow, { memberId }: Caller, { correlationId }: Cause): NewRun {
  const { workspaceId, id: syncId, name: syncName, modelId, sourceId, destinationId } = sync;
  const target = { workspaceId, syncId, syncName, modelId, sourceId, destinationId };
  return { ...target, id: newId(), trigger: 'manual', requestedBy: memberId, correlationId };
}
