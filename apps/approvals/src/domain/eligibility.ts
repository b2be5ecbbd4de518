import {
  canPublish,
  canView,
  subjectOf,
  whyNotApprover,
  type AppAbility,
  type JudgedItem,
  type NotApproverCode,
} from '@imprimatur/abilities';
import type { WorkspaceSettings } from '@imprimatur/contracts';
import type { ApprovalRequest } from './approval-request.ts';

export type SelfApproval = WorkspaceSettings['selfApproval'];

/** An active member as decisions judge one. */
export interface Person {
  memberId: string;
  kind: 'person' | 'service';
  ability: AppAbility;
}

type Items = Pick<ApprovalRequest, 'submittedBy'> & {
  items: readonly (JudgedItem & { contributors: readonly string[] })[];
};

export function maySee(item: JudgedItem, { ability }: Pick<Person, 'ability'>): boolean {
  return canView(ability, subjectOf(item));
}

/** Why this person's approval would not count now, or null when it would. */
export function whyNotVoter(request: Items, person: Person, selfApproval: SelfApproval): NotApproverCode | null {
  const { memberId, kind, ability } = person;
  const member = { id: memberId, kind, active: true };
  return whyNotApprover({ member, ability, items: request.items, submittedBy: request.submittedBy, selfApproval });
}

/** An approver in the sense of the glossary: the role grants it on every item, whoever the work is by. */
export function isApprover(request: Items, person: Person): boolean {
  return whyNotVoter(request, person, 'always') === null;
}

export function couldPublishAll(request: Items, { ability }: Pick<Person, 'ability'>): boolean {
  return request.items.length > 0 && request.items.every((item) => canPublish(ability, subjectOf(item)));
}

/** Those of the voters who may still approve, in the order of their votes. A voter who left is not among `voters`. */
export function countingVotes(
  request: Items & Pick<ApprovalRequest, 'votes' | 'itemsHash'>,
  voters: ReadonlyMap<string, Person>,
  selfApproval: SelfApproval,
): string[] {
  return request.votes
    .filter(({ memberId, itemsHash }) => {
      const voter = voters.get(memberId);
      return (
        itemsHash === request.itemsHash && voter !== undefined && whyNotVoter(request, voter, selfApproval) === null
      );
    })
    .toSorted((a, b) => a.votedAt.getTime() - b.votedAt.getTime())
    .map(({ memberId }) => memberId);
}
