import type { ModelContent, RunCounts, SyncContent } from '@imprimatur/contracts';
import type { Json } from '@imprimatur/kernel';

/** `queued` runs wait for the gate and a worker, `running` ones are pinned to their versions, the others are over. */
export const runStatuses = ['queued', 'running', 'succeeded', 'failed', 'refused'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** A row the destination did not take, by its key fields there, and why. */
export interface Rejection {
  key: Record<string, Json>;
  reason: string;
}

export interface RunFailure {
  code: string;
  message: string;
}

/** What a started run moves, whatever is published meanwhile. */
export interface Pinned {
  sync: { version: number; content: SyncContent };
  model: { id: string; sourceId: string; version: number; content: ModelContent };
}

/** How far a run has come. */
export interface Progress {
  counts: RunCounts;
  rejections: Rejection[];
}

/** How moving the rows ended; rows written before a failure stay written. */
export interface RunOutcome extends Progress {
  failure: RunFailure | null;
}

export const noCounts: RunCounts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };

/** A run keeps the first of its rejections as a sample; the rest are only counted. */
export const REJECTIONS_KEPT = 100;

/** How many workers may be lost over a run before it counts as failed. A worker that stops and hands it over is not lost. */
export const MAX_WORKERS_LOST = 5;

export const rightsMissing: RunFailure = {
  code: 'rights.missing',
  message: 'Nothing was moved: whoever asked for the run may not run this sync any more.',
};

export const lostTooOften = {
  code: 'run.lost',
  message: `The run was given up: ${MAX_WORKERS_LOST} times its worker was lost.`,
} as const satisfies RunFailure;
