/**
 * The life of a draft (`domain.md` §4). `none` is a resource without one. `withdrawn`, `deleted` and `published` are outcomes of the
 * draft's approval request, never commands on the draft.
 */
import { DomainError } from '@imprimatur/kernel';
import type { Draft } from './resource.ts';

export type DraftState = 'none' | Draft['state'];
export type DraftCommand = 'save' | 'rebase' | 'submit' | 'publish' | 'delete';
export type RequestOutcome = 'withdrawn' | 'deleted' | 'published';

export const draftLifeCycle: Record<DraftState, Partial<Record<DraftCommand | RequestOutcome, DraftState>>> = {
  none: { save: 'editing' },
  editing: { save: 'editing', rebase: 'editing', submit: 'in_review', publish: 'none', delete: 'none' },
  in_review: { withdrawn: 'editing', deleted: 'none', published: 'none' },
};

/** Where `command` takes a draft. Throws `draft.in-review`, with the request's id, or `draft.illegal-transition`. */
export function nextDraftState(draft: Pick<Draft, 'state' | 'requestId'> | null, command: DraftCommand): DraftState {
  const state: DraftState = draft?.state ?? 'none';
  const next = draftLifeCycle[state][command];
  if (next !== undefined) return next;
  if (state === 'in_review') throw inReview(draft!.requestId!);
  throw new DomainError(
    'conflict',
    'draft.illegal-transition',
    `There is no ${command} for a draft whose state is ${state}.`,
    {
      details: { state, command },
    },
  );
}

/** The answer to whoever saw a draft that is gone by now: what they wanted of it, and that there is none. */
export const draftMissing = (resourceId: string, command: DraftCommand): DomainError =>
  new DomainError('conflict', 'draft.missing', `There is no draft any more, and so no ${command} of it.`, {
    details: { resourceId, state: 'none', command },
  });

/** The answer to whoever would touch what reviewers are looking at. */
const inReview = (requestId: string): DomainError =>
  new DomainError(
    'conflict',
    'draft.in-review',
    'This draft is in review. Its approval request is the place where anything about it is decided.',
    { details: { requestId } },
  );
