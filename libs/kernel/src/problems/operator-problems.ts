import type { ProblemTable } from './problem-table.ts';

/** Of operator commands only; no request over HTTP is answered so. */
export const operatorProblems = {
  'dead-letter.indispensable': [
    'conflict',
    'Nothing makes up for the effect of this event. Retry it; it cannot be discarded.',
  ],
  'dead-letter.not-found': ['not-found', 'There is no such dead letter.'],
  'dead-letter.parked': ['conflict', 'An earlier event of the same subject has to be dealt with first.'],
  'dead-letter.projection': ['conflict', 'A state cannot be discarded. Retry it, or send it anew with `resnapshot`.'],
  'topics.differ': ['conflict', 'Topics at the broker are not as they should be.'],
} as const satisfies ProblemTable;
