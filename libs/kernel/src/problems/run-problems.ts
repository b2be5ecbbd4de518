import type { ProblemTable } from './problem-table.ts';

/** Of runs and schedules. Why a run was refused is a code of its own, in `details`. */
export const runProblems = {
  'run.not-found': ['not-found', 'There is no such run, or the member may not view it.'],
  'run.refused': ['conflict', 'The run did not start, and is recorded as refused. `details` has the codes.'],
  'run.internal-error': ['conflict', 'The run ended because of a fault of ours, which was logged.'],
  'run.lost': ['conflict', 'The run was given up: too many of its workers were lost.'],
} as const satisfies ProblemTable;
