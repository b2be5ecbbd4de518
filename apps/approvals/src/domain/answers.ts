import type { PublishedItem } from '@imprimatur/contracts';
import type { ApprovalRequest } from './approval-request.ts';
import { nextStatus, type RequestAnswer } from './request-status.ts';

// Answers come late, twice, or from attempts that were given up: only one that the request waits for changes anything.

/** The request after its attempt to publish was answered, or null when it does not wait for this answer. */
export function afterAnswer(
  request: ApprovalRequest,
  answer: RequestAnswer,
  attempt: number | null,
): ApprovalRequest | null {
  const status = nextStatus(request.status, answer);
  return status === null || attempt !== request.attempt ? null : { ...request, status };
}

/** Whether these are the items that were to be published, all of them at exactly the revision and content that was decided about. */
export function arePublished({ items }: ApprovalRequest, published: readonly PublishedItem[]): boolean {
  const byId = new Map(published.map((item) => [item.resourceId, item]));
  return (
    published.length === items.length &&
    items.every(({ resourceId, revision, contentHash }) => {
      const item = byId.get(resourceId);
      return item?.revision === revision && item.contentHash === contentHash;
    })
  );
}

/** Whether the request ended in a way that resources answers by releasing its drafts like this. */
export function awaitsRelease({ status }: ApprovalRequest, released: 'withdrawn' | 'deleted'): boolean {
  return status === (released === 'deleted' ? 'draft_deleted' : 'withdrawn');
}
