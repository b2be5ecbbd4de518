import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { Id, Instant, Version } from '../primitives.ts';
import { topics } from '../topics.ts';

const topic = topics.runsEvents;

/** Why a run did not start, in the order in which the first that applies is reported (`domain.md` §6). */
export const RefusalCode = z
  .enum([
    'SYNC_DELETED',
    'SYNC_PAUSED',
    'SYNC_NOT_PUBLISHED',
    'MODEL_DELETED',
    'MODEL_NOT_PUBLISHED',
    'MODEL_HAS_UNPUBLISHED_CHANGES',
    'BINDING_MISMATCH',
    'PREVIOUS_RUN_ACTIVE',
  ])
  .meta({ id: 'RefusalCode' });
export type RefusalCode = z.output<typeof RefusalCode>;

export const RunTrigger = z.enum(['manual', 'schedule']);

export const RunCounts = z
  .object({
    read: z.int().min(0),
    added: z.int().min(0),
    changed: z.int().min(0),
    unchanged: z.int().min(0),
    rejected: z.int().min(0),
  })
  .meta({ id: 'RunCounts' });
export type RunCounts = z.output<typeof RunCounts>;

const run = { runId: Id, syncId: Id, syncName: z.string(), modelId: Id.nullable(), trigger: RunTrigger };

export const RunRefused = defineEvent(
  topic,
  'runs.run.refused.v1',
  'A run did not start. `code` is the first reason, `codes` all that apply. For a schedule it is sent once per change of reason, not once per tick.',
  z.object({
    ...run,
    requestedBy: Id.nullable(),
    refusedAt: Instant,
    code: RefusalCode,
    codes: z.array(RefusalCode).min(1),
  }),
);

export const RunStarted = defineEvent(
  topic,
  'runs.run.started.v1',
  'The gate was open and a run started on these versions; it finishes on them whatever is published meanwhile.',
  z.object({ ...run, requestedBy: Id.nullable(), startedAt: Instant, syncVersion: Version, modelVersion: Version }),
);

export const RunFinished = defineEvent(
  topic,
  'runs.run.finished.v1',
  'A run ended. `failed` carries a code and a sentence; rows written before the failure stay written.',
  z.object({
    ...run,
    startedAt: Instant,
    finishedAt: Instant,
    outcome: z.enum(['succeeded', 'failed']),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    syncVersion: Version,
    modelVersion: Version,
    counts: RunCounts,
  }),
);
