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

/** Something can still be decided about it. */
export const isOpen = ({ status }: Pick<ApprovalRequest, 'status'>): boolean =>
  status === 'pending' || status === 'publish_failed';

/** Open, and of no use before it is withdrawn: what was published meanwhile is not what its drafts were begun from. */
export const isStale = (request: Pick<ApprovalRequest, 'status' | 'items'>): boolean =>
  isOpen(request) && request.items.some((item) => item.visible && item.staleNow);

/** What the badge of a request says. A decision that is not carried out yet is under way. */
export function statusOf({ status, settling }: Pick<ApprovalRequest, 'status' | 'settling'>): Status {
  if (settling && status === 'withdrawn') return 'withdrawing';
  if (settling && status === 'draft_deleted') return 'deleting';
  return ended[status];
}
