import type { ProblemTable } from './problem-table.ts';

/** Of signing in and of who somebody is. */
export const sessionProblems = {
  'session.missing': ['unauthenticated', 'Nobody is signed in. Sign in first.'],
  'session.invalid': ['unauthenticated', 'The token is not one of ours. Sign in again.'],
  'session.expired': ['unauthenticated', 'The token has expired. Refresh the session, or sign in again.'],
  'session.ended': ['unauthenticated', 'The session was ended, or the member left. Sign in again.'],
  'session.wrong-credentials': ['unauthenticated', 'The mail address, the password or the workspace is wrong.'],
  'session.too-many-attempts': ['too-many', 'Too many attempts. Wait as long as `Retry-After` says.'],
  'session.cross-site': ['forbidden', 'A browser sent this from another site, so the cookie does not count.'],
  'service-token.invalid': [
    'unauthenticated',
    'The token was revoked, has expired or never was, or its account is not active.',
  ],
  'password-link.invalid': ['unauthenticated', 'This link was used, has expired or never was. Ask for a new one.'],
  'rights.missing': ['forbidden', 'The member’s role does not allow this.'],
  'rights.unconfirmed': [
    'unavailable',
    'Whether the member may still do this cannot be confirmed for the moment. Nothing was changed; try again as `Retry-After` says.',
  ],
} as const satisfies ProblemTable;
