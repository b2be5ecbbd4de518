import { draftStatusOf } from '../../components/draft-status.ts';
import type { Status } from '../../components/statuses.ts';

interface Drafted {
  published: object | null;
  draft: Parameters<typeof draftStatusOf>[0] | null;
}

interface Readiness {
  paused: boolean;
  wouldRefuse: readonly string[];
}

const holding = new Set(['MODEL_NOT_PUBLISHED', 'MODEL_HAS_UNPUBLISHED_CHANGES', 'BINDING_MISMATCH', 'MODEL_DELETED']);

/** What is to be said of a sync at a glance: whether it is live, what is drafted, and whether it would run. */
export function syncStatuses({ published, draft }: Drafted, readiness?: Readiness): Status[] {
  const isLive = published !== null;
  const isHeld = isLive && readiness?.wouldRefuse.some((code) => holding.has(code)) === true;
  const statuses: (Status | false)[] = [
    isLive && 'published',
    draft !== null && draftStatusOf(draft),
    isHeld && 'held',
    isLive && readiness?.paused === true && 'paused',
  ];
  return statuses.filter((status) => status !== false);
}
