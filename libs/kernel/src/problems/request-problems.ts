import type { ProblemTable } from './problem-table.ts';

/** Of any request, whatever it is about. */
export const requestProblems = {
  'input.invalid': [
    'invalid',
    'Something in the request is not what it should be. `fields` says what, field by field.',
  ],
  'cursor.invalid': ['invalid', 'The cursor is not one that this list gave out. Start again without it.'],
  'precondition.required': ['precondition-required', 'Send the ETag of what you saw as `If-Match`.'],
  'precondition.invalid': ['invalid', '`If-Match` names exactly one strong ETag.'],
  'idempotency-key.invalid': ['invalid', '`Idempotency-Key` is 1 to 200 visible characters.'],
  'idempotency-key.reused': ['invalid', 'This `Idempotency-Key` came with another request before. Use a new one.'],
  'event.too-large': ['too-large', 'What this would announce to other services is over 768 KiB. Change less at once.'],
} as const satisfies ProblemTable;
