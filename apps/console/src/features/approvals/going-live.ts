import { strings } from '../../strings/en.ts';
import type { ApprovalRequest, VisibleItem } from './request-query.ts';

const { approvals } = strings;

export const visibleItems = ({ items }: ApprovalRequest): VisibleItem[] => items.filter((item) => item.visible);

/** The versions that publishing makes, or has made. */
export function goingLive(request: ApprovalRequest): string[] {
  const made = request.outcome?.answer === 'applied' ? request.outcome.versions : null;
  if (made !== null && made !== undefined) {
    return made.map((item) =>
      item.visible ? approvals.decision.version(item.name, item.version) : approvals.hiddenItem,
    );
  }
  return request.items.map((item) =>
    item.visible ? approvals.decision.version(item.name, (item.baseVersion ?? 0) + 1) : approvals.hiddenItem,
  );
}
