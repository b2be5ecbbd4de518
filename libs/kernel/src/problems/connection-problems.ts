import type { ProblemTable } from './problem-table.ts';

/** What a source or destination answers. As a `conflict` somebody has to mend it; as `unavailable` it may pass by itself. */
const mendOrWait = ['conflict', 'unavailable'] as const;
const writeOrWait = ['invalid', 'unavailable'] as const;

export const connectionProblems = {
  'source.unreachable': [mendOrWait, 'The source does not answer.'],
  'source.authentication-failed': [mendOrWait, 'The source refuses the credentials.'],
  'source.busy': [mendOrWait, 'The source has no connection to spare.'],
  'source.failed': [mendOrWait, 'The source failed.'],
  'source.not-connected': ['conflict', 'There is no connection to the source any more.'],
  'query.invalid': [writeOrWait, 'The query is not valid SQL for this source. `details.position` says where.'],
  'query.not-read-only': [writeOrWait, 'The query is not a plain SELECT.'],
  'query.several-statements': [writeOrWait, 'The query is more than one statement.'],
  'query.timeout': [writeOrWait, 'The query took too long and was stopped.'],
  'query.too-large': [writeOrWait, 'A row of the query is too large.'],
  'query.failed': [writeOrWait, 'The query failed on the source.'],
  'query.column-ambiguous': [writeOrWait, 'The query gives two columns the same name.'],
  'destination.unreachable': [mendOrWait, 'The destination does not answer.'],
  'destination.authentication-failed': [mendOrWait, 'The destination refuses the credentials.'],
  'destination.busy': [mendOrWait, 'Another run writes to the same place.'],
  'destination.failed': [mendOrWait, 'The destination failed.'],
  'destination.not-connected': ['conflict', 'There is no connection to the destination any more.'],
  'destination.not-permitted': [mendOrWait, 'The destination does not let us write there.'],
  'destination.object-missing': [mendOrWait, 'The destination has no such table.'],
  'destination.column-missing': [mendOrWait, 'The table has no such column.'],
  'destination.column-generated': [mendOrWait, 'The table makes this column itself.'],
  'destination.no-unique-key': [mendOrWait, 'The keys are not unique in the table.'],
  'destination.timeout': [mendOrWait, 'The destination took too long.'],
  'credentials.unreadable': [mendOrWait, 'The stored credentials cannot be opened. Enter them again.'],
} as const satisfies ProblemTable;
