import type { components } from '../api/schema.d.ts';
import type { Status } from './statuses.ts';

type Draft = Pick<NonNullable<components['schemas']['ResourceListItem']['draft']>, 'state' | 'stale'>;

/** Where a draft stands: what has to be done about it comes first. */
export function draftStatusOf({ state, stale }: Draft): Status {
  if (stale) return 'stale';
  return state === 'in_review' ? 'inReview' : 'draft';
}
