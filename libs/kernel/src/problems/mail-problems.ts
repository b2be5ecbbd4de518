import type { ProblemTable } from './problem-table.ts';

/** Of mails, and of what is mailed to whom. */
export const mailProblems = {
  'notification-preferences.changed': [
    'stale',
    'The preferences were changed meanwhile, perhaps by an unsubscribe link. `details.preferences` has them.',
  ],
  'stream.too-many': [
    'too-many',
    'The member has as many streams open as may be. Close one, or ask without one, every now and then.',
  ],
  'unsubscribe.unknown-link': ['not-found', 'The unsubscribe link is not one of ours. Was it copied whole?'],
  'delivery.not-found': ['not-found', 'There is no such mail.'],
  'delivery.not-failed': [
    'conflict',
    'Only a mail that failed can be sent again. `details.state` says how this one is.',
  ],
  'delivery.too-old': [
    'conflict',
    'It is too late to send the mail: its news are over a day old, or its link expired.',
  ],
} as const satisfies ProblemTable;
