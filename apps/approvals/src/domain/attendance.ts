import type { JudgedItem } from '@imprimatur/abilities';
import { whyNotVoter, type Person, type SelfApproval } from './eligibility.ts';

/** An open request, as far as it matters who looks after it. */
export interface Attended {
  submittedBy: string;
  reviewers: string[];
  items: (JudgedItem & { contributors: string[] })[];
}

/**
 * Whether no chosen reviewer can act any more. `active` are those of them who are active members. One who is not `known` here may only not
 * have been heard of yet, and a request whose last reviewer was removed has nobody to be missed.
 */
export function isUnattended(
  request: Attended,
  active: ReadonlyMap<string, Person>,
  known: ReadonlySet<string>,
  selfApproval: SelfApproval,
): boolean {
  const canAct = (memberId: string): boolean => {
    const reviewer = active.get(memberId);
    return reviewer !== undefined && whyNotVoter(request, reviewer, selfApproval) === null;
  };
  return request.reviewers.length > 0 && request.reviewers.every((id) => known.has(id) && !canAct(id));
}
