import { DomainError } from '@imprimatur/kernel';
import { whyNotVoter, type Person } from './eligibility.ts';
import { reviewersNotApprovers } from './request-errors.ts';
import { whyNot, type Situation } from './why-not.ts';

export const MOST_REVIEWERS = 50;

export interface ReviewersChange {
  added: string[];
  removed: string[];
  reviewers: string[];
}

/**
 * Who reviews from now on. `candidates` are those of the members to add who are active: each must be able to approve every item, so
 * that nobody is asked in vain. Members who already review are not added again, and who does not review is not removed.
 */
export function chooseReviewers(
  situation: Situation,
  person: Person,
  wanted: { add: readonly string[]; remove: readonly string[] },
  candidates: ReadonlyMap<string, Person>,
): ReviewersChange {
  const refusal = whyNot('choose_reviewers', situation, person);
  if (refusal !== null) throw refusal;
  const { request, selfApproval } = situation;
  const removed = [...new Set(wanted.remove)].filter((id) => request.reviewers.includes(id));
  const added = [...new Set(wanted.add)].filter((id) => !request.reviewers.includes(id));
  const refused = added.flatMap((memberId) => {
    const candidate = candidates.get(memberId);
    const code = candidate === undefined ? 'approver.inactive' : whyNotVoter(request, candidate, selfApproval);
    return code === null ? [] : [{ memberId, code }];
  });
  if (refused.length > 0) throw reviewersNotApprovers(refused);
  const reviewers = [...request.reviewers.filter((id) => !removed.includes(id)), ...added];
  if (reviewers.length > MOST_REVIEWERS) {
    throw new DomainError('invalid', 'reviewer.too-many', `A request has at most ${MOST_REVIEWERS} reviewers.`);
  }
  return { added, removed, reviewers };
}
