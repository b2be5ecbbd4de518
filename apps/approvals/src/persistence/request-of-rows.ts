import type { RequestItem } from '@imprimatur/contracts';
import type { ApprovalRequest, Decision } from '../domain/approval-request.ts';
import type { ApprovalRequestRow } from './rows/approval-request.row.ts';
import type { RequestItemRow } from './rows/request-item.row.ts';

/** Null exactly while pending; a constraint keeps the columns together. */
function decisionOf(row: ApprovalRequestRow): Decision | null {
  const { how, decidedBy, decidedAt, approvedBy, decisionComment } = row;
  if (how === null || decidedBy === null || decidedAt === null) return null;
  return { how, approvedBy, decidedBy, decidedAt, comment: decisionComment };
}

/** Kind, contents and binding were stored from one item and are read as one again. */
export function itemOf(row: RequestItemRow): RequestItem {
  const { resourceId, kind, name, revision, contentHash, baseVersion } = row;
  const { content, baseContent, ends, contributors, binding } = row;
  return {
    ...{ resourceId, kind, name, revision, contentHash, baseVersion },
    ...{ content, baseContent, ends, contributors, binding },
  } as RequestItem;
}

export function requestOf(
  row: ApprovalRequestRow,
  parts: Pick<ApprovalRequest, 'items' | 'reviewers' | 'votes' | 'commenters'>,
): ApprovalRequest {
  const { workspaceId, id, number, status, attempt, version } = row;
  const { submittedBy, submittedAt, comment, requiredApprovals, itemsHash } = row;
  return {
    ...{ workspaceId, id, number, status, attempt, version },
    ...{ submittedBy, submittedAt, comment, requiredApprovals, itemsHash },
    ...parts,
    decision: decisionOf(row),
  };
}
