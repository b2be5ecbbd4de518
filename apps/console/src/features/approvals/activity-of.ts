import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';

export interface ActivityEntry {
  key: string;
  at: string;
  who: string;
  did: 'submitted' | 'commented' | 'voted' | 'approved' | 'direct' | 'withdrawn' | 'draft_deleted';
  text: string | null;
}

/** What happened to a request, in order: a vote or a decision that came with a comment is told once. */
export function activityOf(request: ApprovalRequest): ActivityEntry[] {
  const { submittedAt, submittedBy, comment, comments, votes, decided } = request;
  const spoken = comments.map(({ id, commentedAt, commentedBy, text, on }) => ({
    key: id,
    at: commentedAt,
    by: commentedBy,
    did: on === null ? ('commented' as const) : on === 'vote' ? ('voted' as const) : on,
    text,
  }));
  const silent = votes
    .filter(({ memberId, comment: said }) => said === null && memberId !== decided?.decidedBy)
    .map(({ memberId, votedAt }) => ({ key: memberId, at: votedAt, by: memberId, did: 'voted' as const, text: null }));
  const decision =
    decided !== null && decided.comment === null
      ? [{ key: 'decision', at: decided.decidedAt, by: decided.decidedBy, did: decided.how, text: null }]
      : [];
  const submission = {
    key: 'submission',
    at: submittedAt,
    by: submittedBy,
    did: 'submitted' as const,
    text: comment,
  };
  return [submission, ...spoken, ...silent, ...decision]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ by, ...entry }) => ({ ...entry, who: personOf(request, by) }));
}
