import type { WorkspaceSettings } from '@imprimatur/contracts';
import type { AppAbility } from './ability.ts';
import { canApprove, canPublish } from './can.ts';
import { subjectOf, type JudgedItem } from './subject.ts';

export type NotApproverCode =
  'approver.service-account' | 'approver.inactive' | 'approver.rights-missing' | 'approver.self-approval';

export interface ApproverQuestion {
  member: { id: string; kind: 'person' | 'service'; active: boolean };
  /** Of that member's present role. */
  ability: AppAbility;
  items: readonly (JudgedItem & { contributors: readonly string[] })[];
  submittedBy: string;
  selfApproval: WorkspaceSettings['selfApproval'];
}

/**
 * Why this member may not approve these items, or null when they may (`domain.md` §1 approver, §3 `selfApproval`). One's own work is
 * what one submitted, or any item one saved a revision of. Without items nobody may.
 */
export function whyNotApprover(question: ApproverQuestion): NotApproverCode | null {
  const { member, ability, items, submittedBy, selfApproval } = question;
  if (member.kind !== 'person') return 'approver.service-account';
  if (!member.active) return 'approver.inactive';
  const subjects = items.map(subjectOf);
  if (subjects.length === 0 || !subjects.every((subject) => canApprove(ability, subject))) {
    return 'approver.rights-missing';
  }
  const own = submittedBy === member.id || items.some(({ contributors }) => contributors.includes(member.id));
  if (!own || selfApproval === 'always') return null;
  const publisher = selfApproval === 'publishers' && subjects.every((subject) => canPublish(ability, subject));
  return publisher ? null : 'approver.self-approval';
}
