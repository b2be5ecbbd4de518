import type { ProblemTable } from './problem-table.ts';

/** Of approval requests and of who may decide them. */
export const approvalProblems = {
  'request.not-found': ['not-found', 'There is no such request, or the member may view none of its items.'],
  'request.decided': ['conflict', 'Somebody else’s decision came first. `details` has the result.'],
  'request.closed': ['conflict', 'The request is closed.'],
  'request.changed': ['conflict', 'The request changed while this was being done. Look again.'],
  'request.illegal-transition': ['conflict', 'The request’s status does not allow this. `details` names both.'],
  'request.stale': [
    'conflict',
    'A newer version was published since its drafts were begun. Withdraw it, rebase the drafts and submit them again.',
  ],
  'request.unjudgeable': ['invalid', 'Nobody could judge rights on the items of this submission.'],
  'request.items-changed': ['stale', 'These are not the items of the request. Look at it again.'],
  'request.thread-full': ['conflict', 'A request has 500 comments at most. It can still be decided, with a last word.'],
  'request.comment-required': ['invalid', 'Deleting drafts takes a comment.'],
  'reviewer.not-an-approver': ['invalid', 'Not everyone chosen may approve every item.'],
  'reviewer.too-many': ['invalid', 'A request has at most 50 reviewers.'],
  'approver.service-account': ['forbidden', 'A service account never approves.'],
  'approver.inactive': ['forbidden', 'The member is not active.'],
  'approver.rights-missing': ['forbidden', 'The role does not grant approval on every item of the request.'],
  'approver.self-approval': ['forbidden', 'The workspace does not let members approve their own work.'],
} as const satisfies ProblemTable;
