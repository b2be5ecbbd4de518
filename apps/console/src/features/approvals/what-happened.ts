import { strings } from '../../strings/en.ts';
import { isolated } from '../../strings/isolated.ts';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';
import { isStale } from './request-status.ts';

const { said } = strings.approvals;
const list = new Intl.ListFormat('en');

/** Where a request stands, in a sentence or two: what happened, then what comes next. */
export function whatHappened(request: ApprovalRequest, ownId: string | undefined): string {
  const { status, settling, decided } = request;
  const decider = decided === null ? '' : personOf(request, decided.decidedBy);
  switch (status) {
    case 'pending':
      return pending(request, ownId);
    case 'approved':
      return decided?.how === 'direct' ? said.direct(decider) : said.approved(decider);
    case 'published':
      return `${said.published(live(request), request.items.length)} ${publishedBy(request)}.`;
    case 'publish_failed':
      return said.publishFailed;
    case 'withdrawn':
      return settling ? said.withdrawing(decider) : said.withdrawn(decider);
    case 'draft_deleted':
      return settling ? said.deleting(decider) : said.draftDeleted(decider);
  }
}

function pending(request: ApprovalRequest, ownId: string | undefined): string {
  if (isStale(request)) return said.stale;
  const { requiredApprovals, approvals, votes } = request;
  const mine = votes.some(({ memberId, counts }) => memberId === ownId && counts);
  const needed = said.inReview(Math.max(1, requiredApprovals - approvals));
  return mine ? `${said.youVoted} ${needed}` : needed;
}

function live({ outcome }: ApprovalRequest): string {
  const versions = (outcome?.versions ?? []).map((item) =>
    item.visible ? strings.approvals.decision.version(item.name, item.version) : strings.approvals.hiddenItem,
  );
  return list.format(versions);
}

function publishedBy(request: ApprovalRequest): string {
  const { decided } = request;
  if (decided === null) return '';
  if (decided.how === 'direct') return said.byDirect(personOf(request, decided.decidedBy));
  return said.by(list.format(decided.approvedBy.map((id) => isolated(personOf(request, id)))));
}
