import type { ApprovalRequest, Decision, OutcomeKind, Vote } from './approval-request.ts';
import { countingVotes, type Person } from './eligibility.ts';
import { commentRequired, itemsChanged, stepRefused } from './request-errors.ts';
import { nextStatus, type RequestStep } from './request-status.ts';
import { whyNot, type MemberAction, type Situation } from './why-not.ts';

/** Who decides what, and when. */
export interface Act {
  person: Person;
  comment: string | null;
  now: Date;
}

/** Publishing acts name the items that the person saw. */
export interface PublishingAct extends Act {
  itemsHash: string;
}

/** What has to be carried out, if anything, beside the request as it is now. */
export interface Decided {
  request: ApprovalRequest;
  outcome: OutcomeKind | null;
}

function permit(action: MemberAction, situation: Situation, person: Person): void {
  const refusal = whyNot(action, situation, person);
  if (refusal !== null) throw refusal;
}

function move(request: ApprovalRequest, step: RequestStep): ApprovalRequest {
  const status = nextStatus(request.status, step);
  if (status === null) throw stepRefused(request, step);
  return { ...request, status };
}

const decision = (how: Decision['how'], { person, comment, now }: Act, approvedBy: string[] = []): Decision => ({
  how,
  approvedBy,
  decidedBy: person.memberId,
  decidedAt: now,
  comment,
});

/** The request, with whoever gives a comment among those who talked. */
function heard(request: ApprovalRequest, { person, comment }: Act): ApprovalRequest {
  if (comment === null || request.commenters.includes(person.memberId)) return request;
  return { ...request, commenters: [...request.commenters, person.memberId] };
}

function sameItems(request: ApprovalRequest, itemsHash: string): void {
  if (itemsHash !== request.itemsHash) throw itemsChanged(request.itemsHash);
}

/**
 * One vote, and the quorum counted with it. `voters` are the earlier voters who are still members: each is judged again, because who
 * lost the right does not count.
 */
export function approve(
  situation: Situation,
  act: PublishingAct,
  voters: ReadonlyMap<string, Person>,
): Decided & { vote: Vote; approvals: string[] } {
  permit('approve', situation, act.person);
  sameItems(situation.request, act.itemsHash);
  const { memberId } = act.person;
  const vote: Vote = { memberId, itemsHash: act.itemsHash, votedAt: act.now };
  const votes = [...situation.request.votes.filter((earlier) => earlier.memberId !== memberId), vote];
  const request = { ...heard(situation.request, act), votes };
  const everyone = new Map(voters).set(memberId, act.person);
  const counted = countingVotes(request, everyone, situation.selfApproval);
  const approvals = [...counted.filter((id) => id !== memberId), memberId];
  if (approvals.length < request.requiredApprovals) {
    return { request: move(request, 'vote'), outcome: null, vote, approvals };
  }
  const approved = { ...move(request, 'approve'), attempt: 1, decision: decision('approved', act, approvals) };
  return { request: approved, outcome: 'approved', vote, approvals };
}

export function publishNow(situation: Situation, act: PublishingAct): Decided {
  permit('publish_now', situation, act.person);
  sameItems(situation.request, act.itemsHash);
  const direct = decision('direct', act, [act.person.memberId]);
  const request = { ...move(heard(situation.request, act), 'publish_now'), attempt: 1, decision: direct };
  return { request, outcome: 'approved' };
}

export function withdraw(situation: Situation, act: Act): Decided {
  permit('withdraw', situation, act.person);
  const request = { ...move(heard(situation.request, act), 'withdraw'), decision: decision('withdrawn', act) };
  return { request, outcome: 'withdrawn' };
}

export function deleteDraft(situation: Situation, act: Act): Decided {
  permit('delete_draft', situation, act.person);
  if (act.comment === null) throw commentRequired();
  const request = { ...move(heard(situation.request, act), 'delete_draft'), decision: decision('draft_deleted', act) };
  return { request, outcome: 'draft_deleted' };
}

/** The decision stands, whatever became of the rights of those who made it; only another attempt is made. */
export function retry(situation: Situation, act: Act): Decided {
  permit('retry', situation, act.person);
  const request = { ...move(situation.request, 'retry'), attempt: situation.request.attempt + 1 };
  return { request, outcome: 'approved' };
}
