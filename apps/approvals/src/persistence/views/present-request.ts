import type { Actor, MemberRecord } from '@imprimatur/access';
import { changesOf } from '@imprimatur/changes';
import type { RequestItem } from '@imprimatur/contracts';
import type { ApprovalRequest } from '../../domain/approval-request.ts';
import { countingVotes, maySee, whyNotVoter, type Person } from '../../domain/eligibility.ts';
import { nextStatus } from '../../domain/request-status.ts';
import { hasRight, memberActions, whyNot, type MemberAction, type Situation } from '../../domain/why-not.ts';
import type { CommentRow } from '../rows/comment.row.ts';
import type { OutcomeRow } from '../rows/outcome.row.ts';
import type { VoteRow } from '../rows/vote.row.ts';
import { MOST_APPROVERS, type ItemView, type RequestDetail } from './request-detail.schema.ts';

export interface RequestFacts {
  request: ApprovalRequest;
  /** Resource ids of items whose base version has moved. */
  moved: string[];
  votes: VoteRow[];
  comments: CommentRow[];
  outcome: OutcomeRow | null;
  members: MemberRecord[];
  /** The active ones among the members, with their rights. */
  people: NamedPerson[];
}

type NamedPerson = Person & Pick<Actor, 'name'>;

/** What one member is shown of a request: nothing of an item they may not view, wherever it could show. */
export function presentRequest(facts: RequestFacts, viewer: Actor, now: Date): RequestDetail {
  const { request, moved, votes, comments, outcome } = facts;
  const { id, number, status, submittedBy, comment, itemsHash, requiredApprovals, attempt, decision } = request;
  const { selfApproval } = viewer.workspace.settings;
  const situation: Situation = { request, selfApproval, stale: moved.length > 0 };
  const people = new Map(facts.people.map((person) => [person.memberId, person]));
  const counted = decision?.approvedBy ?? countingVotes(request, people, selfApproval);
  const detail = {
    ...{ id, number, status, submittedBy, comment, itemsHash, requiredApprovals, attempt },
    submittedAt: request.submittedAt.toISOString(),
    settling: outcome !== null && outcome.answeredAt === null,
    approvals: counted.length,
    items: request.items.map((item) => itemOf(item, viewer, moved, now)),
    reviewers: request.reviewers.map((memberId) => reviewerOf(situation, memberId, people.get(memberId))),
    votes: votes.map((vote) => voteOf(vote, counted)),
    approvers: approversOf(situation, facts.people),
    comments: comments.map(commentOf),
    decided: decision && { ...decision, decidedAt: decision.decidedAt.toISOString() },
    outcome: outcome && outcomeOf(outcome, request, viewer),
    decision: decisionBlock(situation, viewer),
  };
  return { ...detail, people: namesIn(detail, facts.members) };
}

function itemOf(item: RequestItem, viewer: Actor, moved: string[], now: Date): ItemView {
  if (!maySee(item, viewer)) return { visible: false };
  const { timeZone } = viewer.workspace.settings;
  const changes = changesOf(item.kind, item.baseContent, item.content, { ends: item.ends, now, timeZone });
  return { ...item, visible: true, changes, staleNow: moved.includes(item.resourceId) };
}

function reviewerOf({ request, selfApproval }: Situation, memberId: string, person: Person | undefined) {
  const code = person === undefined ? 'approver.inactive' : whyNotVoter(request, person, selfApproval);
  return { memberId, canAct: code === null, code };
}

function voteOf({ memberId, votedAt, comment }: VoteRow, counted: string[]) {
  return { memberId, comment, votedAt: votedAt.toISOString(), counts: counted.includes(memberId) };
}

/** Those who may decide that it is published: approve, or retry after a failure; after one to publish directly those are its publishers. */
function approversOf(situation: Situation, people: NamedPerson[]): RequestDetail['approvers'] {
  const { status } = situation.request;
  const action = (['approve', 'retry'] as const).find((step) => nextStatus(status, step) !== null);
  if (action === undefined) return [];
  return people
    .filter((person) => hasRight(action, situation, person))
    .slice(0, MOST_APPROVERS)
    .map(({ memberId, name }) => ({ memberId, name }));
}

function commentOf({ id, commentedBy, commentedAt, text, occasion }: CommentRow) {
  return { id, commentedBy, commentedAt: commentedAt.toISOString(), text, on: occasion };
}

function outcomeOf(outcome: OutcomeRow, { items }: ApprovalRequest, viewer: Person): RequestDetail['outcome'] {
  const visible = new Set(items.filter((item) => maySee(item, viewer)).map(({ resourceId }) => resourceId));
  const shown = <About extends { resourceId: string }>(about: About) =>
    visible.has(about.resourceId) ? { ...about, visible: true as const } : { visible: false as const };
  const { kind, attempt, answer, answeredAt, versions, reasons } = outcome;
  return {
    ...{ kind, attempt, answer, answeredAt: answeredAt?.toISOString() ?? null },
    versions: versions?.map(shown) ?? null,
    reasons: reasons?.map(shown) ?? null,
  };
}

function decisionBlock(situation: Situation, viewer: Person): RequestDetail['decision'] {
  const refusals = new Map(memberActions.map((action) => [action, whyNot(action, situation, viewer)]));
  const may = (action: MemberAction): boolean => refusals.get(action) === null;
  return {
    mayApprove: may('approve'),
    mayPublishNow: may('publish_now'),
    mayWithdraw: may('withdraw'),
    mayDeleteDraft: may('delete_draft'),
    mayRetry: may('retry'),
    mayChooseReviewers: may('choose_reviewers'),
    reasons: [...refusals].flatMap(([action, refusal]) =>
      refusal === null ? [] : [{ action, code: refusal.code, message: refusal.message }],
    ),
  };
}

function namesIn(detail: Omit<RequestDetail, 'people'>, members: MemberRecord[]): RequestDetail['people'] {
  const mentioned = new Set([
    detail.submittedBy,
    ...detail.items.flatMap((item) => (item.visible ? item.contributors : [])),
    ...detail.reviewers.map(({ memberId }) => memberId),
    ...detail.votes.map(({ memberId }) => memberId),
    ...detail.approvers.map(({ memberId }) => memberId),
    ...detail.comments.map(({ commentedBy }) => commentedBy),
    ...(detail.decided === null ? [] : [detail.decided.decidedBy, ...detail.decided.approvedBy]),
  ]);
  return members.filter(({ id }) => mentioned.has(id)).map(({ id, name }) => ({ id, name }));
}
