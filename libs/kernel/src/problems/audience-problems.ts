import type { ProblemTable } from './problem-table.ts';

/** Of audiences and journeys. */
export const audienceProblems = {
  'audience.not-found': ['not-found', 'There is no such audience, or the member may not view it.'],
  'audience.stale': ['stale', 'Somebody changed the audience meanwhile. `details` has theirs and yours.'],
  'audience.unknown-column': [
    'invalid',
    'A condition names a column that the model does not have. `fields` says which.',
  ],
  'audience.has-journeys': [
    'conflict',
    'Journeys begin with this audience. `details` lists those one may view and counts the others.',
  ],
  'journey.not-found': ['not-found', 'There is no such journey, or the member may not view it.'],
  'journey.stale': ['stale', 'Somebody changed the journey meanwhile. `details` has theirs and yours.'],
} as const satisfies ProblemTable;
