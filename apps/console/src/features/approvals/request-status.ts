import type { Status } from '../../components/statuses.ts';
import type { ApprovalRequest } from './request-query.ts';

const ended: Record<ApprovalRequest['status'], Status> = {
  pending: 'inReview',
  approved: 'publishing',
  published: 'published',
  publish_failed: 'publishFailed',
  withdrawn: 'withdrawn',
  draft_deleted: 'draftDeleted',
};

/** What the badge of a request says. A decision that is not carried out yet is under way. */
export function statusOf({ status, settling }: Pick<ApprovalRequest, 'status' | 'settling'>): Status {
  if (settling && status === 'withdrawn') return 'withdrawing';
  if (settling && status === 'draft_deleted') return 'deleting';
  return ended[status];
}
