import type { ProblemTable } from './problem-table.ts';

/** Of sources, destinations, models and syncs, and of their drafts. */
export const resourceProblems = {
  'source.not-found': ['not-found', 'There is no such source, or the member may not view it.'],
  'source.in-use': [
    'conflict',
    'Models or syncs refer to this source. `details` lists those one may view and counts the others.',
  ],
  'destination.not-found': ['not-found', 'There is no such destination, or the member may not view it.'],
  'destination.in-use': [
    'conflict',
    'Syncs or journeys refer to this destination. `details` lists those one may view and counts the others.',
  ],
  'connection.stale': ['stale', 'Somebody changed it meanwhile. Look again.'],
  'connection.credentials-required': ['invalid', 'Who changes where credentials are sent gives them anew.'],
  'model.not-found': ['not-found', 'There is no such model, or the member may not view it.'],
  'model.has-syncs': [
    'conflict',
    'Syncs refer to this model, drafts included. `details` lists those one may view and counts the others.',
  ],
  'model.has-audiences': ['conflict', 'Audiences are taken from this model. `details` lists them.'],
  'model.empty': ['conflict', 'This model has neither a version nor a draft. Save it first.'],
  'sync.not-found': ['not-found', 'There is no such sync, or the member may not view it.'],
  'sync.unknown-column': ['invalid', 'The sync maps columns that its model does not have.'],
  'schedule.invalid': ['invalid', 'The schedule cannot be followed. `fields` says why.'],
  'resource.not-found': ['not-found', 'There is no such resource, or the member may not view it.'],
  'resource.stale': ['stale', 'Somebody saved, published or edited it meanwhile. Look again.'],
  'metadata.stale': ['stale', 'Somebody edited name, description or labels meanwhile. Look again.'],
  'version.not-found': ['not-found', 'There is no such version.'],
  'approvals.disabled': ['conflict', 'Approvals are switched off in this workspace: a save publishes at once.'],
  'approvals.disabled-for-draft-role': [
    'forbidden',
    'Approvals are switched off in this workspace, and the member’s role may only save drafts.',
  ],
  'draft.illegal-transition': ['conflict', 'The draft’s state does not allow this. `details` names both.'],
  'draft.in-review': [
    'conflict',
    'The draft is in review: its approval request, in `details`, is the one place where anything about it is decided.',
  ],
  'draft.missing': ['conflict', 'There is no draft.'],
  'draft.no-change': ['conflict', 'This is what is published already.'],
  'draft.not-in-review': ['conflict', 'The draft is not in review any more.'],
  'draft.stale': ['conflict', 'A newer version was published since the draft was started. Rebase it first.'],
  'draft.stale-base': ['stale', 'Somebody saved or published meanwhile. `details` has theirs and yours.'],
  'draft.not-stale': ['conflict', 'The draft is based on the published version already: there is nothing to rebase.'],
  'draft.not-found': ['not-found', 'There is no draft, or the member may not view it.'],
  'rebase.conflicts': [
    'conflict',
    'Both sides changed the same fields. `details` has each with its three values, for a member to resolve.',
  ],
  'rebase.invalid': ['invalid', 'What comes out of the rebase does not fit together. `fields` says why.'],
  'draft.changed': ['conflict', 'What was approved is not what is in review. Nothing was published.'],
  'draft.not-approved': ['conflict', 'The draft is in review for the request but not among what was approved.'],
  'publication.failed': ['conflict', 'The publication failed for a reason of ours. Retry it.'],
  'change-set.too-large': ['too-large', 'What is submitted together may not be over 512 KiB. Submit less at once.'],
} as const satisfies ProblemTable;
