import { useQueries } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { wallTime } from '../../components/time.ts';
import { visibleItems } from './going-live.ts';
import type { ApprovalRequest, VisibleItem } from './request-query.ts';

type SyncContent = Extract<VisibleItem['content'], { schedule: unknown }>;

export interface NextRun {
  name: string;
  /** The schedule in words. */
  schedule: string;
  /** When it fires first, by the clock of its schedule; null when it only runs by hand. */
  at: string | null;
}

/** When the syncs of a request would run once it is published, by the clock of their schedules. */
export function useThenRuns(request: ApprovalRequest): NextRun[] {
  const syncs = visibleItems(request).flatMap(({ name, revision, resourceId, content }) =>
    'schedule' in content ? [{ name, revision, resourceId, schedule: content.schedule }] : [],
  );
  return useQueries({
    queries: syncs.map(({ name, revision, resourceId, schedule }) => ({
      queryKey: ['schedule-preview', resourceId, revision],
      queryFn: async (): Promise<NextRun> => {
        const { description, nextFires } = await preview(schedule);
        return { name, schedule: description, at: nextFires[0] ? wallTime(nextFires[0].local) : null };
      },
      staleTime: 60_000,
    })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
}

const preview = (schedule: SyncContent['schedule']) =>
  answerOf(api.POST('/api/v1/schedules/preview', { body: { schedule, count: 1 } }));
