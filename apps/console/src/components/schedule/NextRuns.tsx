import { localTime } from '@imprimatur/changes';
import { Schedule as ScheduleSchema } from '@imprimatur/contracts';
import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.ts';
import { strings } from '../../strings/en.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { wallTime } from '../time.ts';
import { nextClockChange } from './clock-change.ts';
import { schedulePreviewQuery } from './preview-query.ts';
import { RunTimes } from './RunTimes.tsx';
import type { Schedule } from './schedule.ts';
import classes from './ScheduleEditor.module.css';

const { schedule: texts } = strings.syncs;
const WHILE_TYPING_MS = 300;

interface Props {
  schedule: Schedule;
  workspaceZone: string;
}

/** What a schedule means, as the server reads it: in words, and its next five runs on the clocks that matter. */
export function NextRuns({ schedule, workspaceZone }: Props) {
  const [asked] = useDebouncedValue(schedule, WHILE_TYPING_MS);
  const isWhole = ScheduleSchema.safeParse(asked).success;
  const preview = useQuery({
    ...schedulePreviewQuery(asked),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  if (!isWhole) return <p className={classes.note}>{texts.unfinished}</p>;
  if (preview.isError) return <Refused error={preview.error} />;
  if (preview.isPending) return <Skeleton height={120} />;
  const { description, nextFires } = preview.data;
  const ownZone = asked.kind === 'manual' ? workspaceZone : asked.timeZone;
  return (
    <section className={classes.next} aria-label={texts.preview}>
      <p className={classes.words} role="status">
        {texts.runs(description)}
      </p>
      {nextFires.length > 0 && (
        <RunTimes
          caption={texts.nextRuns}
          zones={[ownZone, workspaceZone, 'UTC']}
          fires={nextFires.map(({ at }) => at)}
        />
      )}
      {asked.kind !== 'manual' && nextFires.length === 0 && <p className={classes.note}>{texts.neverAgain}</p>}
      {asked.kind !== 'manual' && <ClockNote schedule={asked} />}
    </section>
  );
}

/** Where clocks are changed, what that does to the runs. */
function ClockNote({ schedule }: { schedule: Exclude<Schedule, { kind: 'manual' }> }) {
  const [now] = useState(() => Date.now());
  const change = nextClockChange(schedule.timeZone, now);
  if (change === null) return null;
  const day = wallTime(localTime(new Date(change.at), schedule.timeZone)).split(',')[0]!;
  const says = schedule.kind === 'interval' ? texts.clocksOfInterval : texts.clocks;
  return <p className={classes.note}>{says(schedule.timeZone, day, change.minutes)}</p>;
}

function Refused({ error }: { error: Error }) {
  const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
  if (fields.length === 0) return <ProblemNotice error={error} />;
  return (
    <p className={classes.error} role="alert">
      {fields.map(({ message }) => message).join(' ')}
    </p>
  );
}
