import type { ApprovalRequest, VisibleItem } from './request-query.ts';

export const visibleItems = ({ items }: ApprovalRequest): VisibleItem[] => items.filter((item) => item.visible);

/** A version that publishing makes, or has made; null for one of an item that its reader may not view. */
export type MadeVersion = { name: string; version: number } | null;

export function goingLive(request: ApprovalRequest): MadeVersion[] {
  const made = request.outcome?.answer === 'applied' ? request.outcome.versions : null;
  if (made !== null && made !== undefined) {
    return made.map((item) => (item.visible ? { name: item.name, version: item.version } : null));
  }
  return request.items.map((item) => (item.visible ? { name: item.name, version: (item.baseVersion ?? 0) + 1 } : null));
}
