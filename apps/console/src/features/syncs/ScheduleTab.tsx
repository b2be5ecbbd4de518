import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Sync } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { scheduleQuery } from '../../components/run-now/schedule-query.ts';
import { NextRuns } from '../../components/schedule/NextRuns.tsx';
import { RunTimes } from '../../components/schedule/RunTimes.tsx';
import { strings } from '../../strings/en.ts';
import { ContentSwitch } from './ContentSwitch.tsx';
import classes from './SyncPage.module.css';

const { page: texts, schedule: words } = strings.syncs;

/** When it runs by itself: as published, or as it would from the draft. */
export function ScheduleTab({ sync }: { sync: Sync }) {
  const timeZone = useQuery(sessionQuery).data?.workspace.settings.timeZone ?? 'UTC';
  return (
    <ContentSwitch sync={sync}>
      {({ schedule }, which) =>
        which === 'draft' ? (
          <NextRuns schedule={schedule} workspaceZone={timeZone} />
        ) : (
          <PublishedSchedule syncId={sync.id} workspaceZone={timeZone} />
        )
      }
    </ContentSwitch>
  );
}

function PublishedSchedule({ syncId, workspaceZone }: { syncId: string; workspaceZone: string }) {
  const schedule = useQuery(scheduleQuery(syncId));
  if (schedule.isError) return <ProblemNotice error={schedule.error} onRetry={() => void schedule.refetch()} />;
  if (schedule.isPending) return <Skeleton height={160} />;
  const { description, nextFires, paused, schedule: published } = schedule.data;
  const zone = published === null || published.kind === 'manual' ? workspaceZone : published.timeZone;
  return (
    <section aria-label={texts.nextRuns} className={classes.schedule}>
      <p className={classes.strong}>{description !== null && words.runs(description)}</p>
      {paused && <p>{texts.paused}</p>}
      {nextFires.length > 0 && (
        <RunTimes caption={texts.nextRuns} zones={[zone, workspaceZone, 'UTC']} fires={nextFires} />
      )}
    </section>
  );
}
