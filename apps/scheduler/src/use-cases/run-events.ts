import { RunFinished, RunRefused, RunStarted, type RefusalCode } from '@imprimatur/contracts';
import { newEvent, type Cause, type NewEvent } from '@imprimatur/messaging';
import { noCounts } from '../domain/run.ts';
import type { RunRow } from '../persistence/run.row.ts';

/** What follows from a run belongs to the command that asked for it; a tick's to the tick. */
export function causeOfRun({ requestedBy, correlationId }: RunRow): Cause {
  return { actor: requestedBy, correlationId, causationId: null };
}

export function runRefused(run: RunRow, code: RefusalCode): NewEvent {
  const refusedAt = instant(run.finishedAt);
  const { requestedBy, codes } = run;
  return newEvent(RunRefused, run.workspaceId, run.syncId, {
    ...factsOf(run),
    ...{ requestedBy, refusedAt, code, codes },
  });
}

export function runStarted(run: RunRow): NewEvent {
  const { requestedBy } = run;
  const startedAt = instant(run.startedAt);
  return newEvent(RunStarted, run.workspaceId, run.syncId, {
    ...factsOf(run),
    ...versionsOf(run),
    requestedBy,
    startedAt,
  });
}

export function runFinished(run: RunRow): NewEvent {
  return newEvent(RunFinished, run.workspaceId, run.syncId, {
    ...factsOf(run),
    ...versionsOf(run),
    startedAt: instant(run.startedAt),
    finishedAt: instant(run.finishedAt),
    outcome: run.failure === null ? 'succeeded' : 'failed',
    failure: run.failure,
    counts: run.counts ?? noCounts,
  });
}

function factsOf({ id, syncId, syncName, modelId, trigger }: RunRow) {
  return { runId: id, syncId, syncName, modelId, trigger };
}

function versionsOf({ id, syncVersion, modelVersion }: RunRow) {
  if (syncVersion === null || modelVersion === null) throw new TypeError(`run ${id} is not pinned`);
  return { syncVersion, modelVersion };
}

function instant(at: Date | null): string {
  if (at === null) throw new TypeError('the moment is not known');
  return at.toISOString();
}
