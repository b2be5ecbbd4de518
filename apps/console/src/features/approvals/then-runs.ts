import { useQueries, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { modelQuery } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { scheduleQuery, type SyncSchedule } from '../../components/run-now/schedule-query.ts';
import { strings } from '../../strings/en.ts';
import { visibleItems } from './going-live.ts';
import type { ApprovalRequest, VisibleItem } from './request-query.ts';
import { runTimeOf } from './run-time.ts';

const { runTime } = strings.approvals;
type Schedule = Extract<VisibleItem['content'], { schedule: unknown }>['schedule'];

export interface NextRun {
  syncId: string;
  name: string;
  /** When it runs next, by the clock of the workspace, or why not by itself. */
  when: string;
  /** Its clock starts it, not somebody. */
  runsByItself: boolean;
  /** Its schedule in words. */
  schedule: string | null;
}

/** More live syncs of a changed model than these are only counted. */
const MOST_LIVE = 10;
/** A draft in review is the reason; publishing it lifts that. */
const liftedByPublishing: SyncSchedule['wouldRefuse'][number][] = ['MODEL_HAS_UNPUBLISHED_CHANGES', 'BINDING_MISMATCH'];

/** What runs once a request is published: its own syncs by the schedules that go live, and the live syncs of the models that change. */
export function useThenRuns(request: ApprovalRequest): { runs: NextRun[]; more: number; timeZone: string } {
  const timeZone = useQuery(sessionQuery).data?.workspace.settings.timeZone ?? 'UTC';
  const own = useOwnSyncs(request, timeZone);
  const live = useLiveSyncs(request, timeZone);
  return { runs: [...own, ...live.runs], more: live.more, timeZone };
}

function useOwnSyncs(request: ApprovalRequest, timeZone: string): NextRun[] {
  const syncs = visibleItems(request).flatMap(({ name, revision, resourceId, content }) =>
    'schedule' in content ? [{ name, revision, resourceId, schedule: content.schedule }] : [],
  );
  return useQueries({
    queries: syncs.map(({ name, revision, resourceId: syncId, schedule }) => ({
      queryKey: ['schedules', 'preview', syncId, revision],
      queryFn: async (): Promise<NextRun> => {
        const { description, nextFires } = await preview(schedule);
        return { syncId, name, ...told(nextFires[0]?.at, description, timeZone) };
      },
      staleTime: 60_000,
    })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
}

function useLiveSyncs(request: ApprovalRequest, timeZone: string): { runs: NextRun[]; more: number } {
  const items = visibleItems(request);
  const models = items.filter(({ kind, baseVersion }) => kind === 'model' && baseVersion !== null);
  const inRequest = new Set(items.map(({ resourceId }) => resourceId));
  const syncs = useQueries({
    queries: models.map(({ resourceId }) => modelQuery(resourceId)),
    combine: (results) => results.flatMap(({ data }) => data?.syncs ?? []).filter(({ id }) => !inRequest.has(id)),
  });
  const names = new Map(syncs.map(({ id, name }) => [id, name]));
  const runs = useQueries({
    queries: syncs.slice(0, MOST_LIVE).map(({ id }) => scheduleQuery(id)),
    combine: (results) => results.flatMap(({ data }) => (data?.schedule ? [data] : [])),
  });
  return {
    runs: runs.map((schedule) => ({
      syncId: schedule.syncId,
      name: names.get(schedule.syncId) ?? schedule.syncId,
      ...toldOfLive(schedule, timeZone),
    })),
    more: Math.max(0, syncs.length - MOST_LIVE),
  };
}

function toldOfLive({ paused, nextFires, description, wouldRefuse }: SyncSchedule, timeZone: string) {
  if (paused) return { when: runTime.paused, schedule: description, runsByItself: false };
  const next = told(nextFires[0], description, timeZone);
  const isHeld = wouldRefuse.some((code) => liftedByPublishing.includes(code));
  return isHeld ? { ...next, when: runTime.heldUntilThen(next.when) } : next;
}

function told(at: string | undefined, schedule: string | null, timeZone: string) {
  return at === undefined
    ? { when: runTime.byHand, schedule: null, runsByItself: false }
    : { when: runTimeOf(at, timeZone, Date.now()), schedule, runsByItself: true };
}

const preview = (schedule: Schedule) =>
  answerOf(api.POST('/api/v1/schedules/preview', { body: { schedule, count: 1 } }));
