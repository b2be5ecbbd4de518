import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { strings } from '../../strings/en.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { AskedRun } from './AskedRun.tsx';
import { isNotFound } from './not-found.ts';
import type { RefusalCode } from './refusal-codes.ts';
import { RefusalReason } from './RefusalReason.tsx';
import classes from './RunNow.module.css';
import { scheduleQuery } from './schedule-query.ts';
import { useRunNow, useSetPaused } from './use-run-commands.ts';

const { runs } = strings;

interface Props {
  syncId: string;
  /** The reason that the page explains already. */
  explained?: RefusalCode | null;
}

/** Runs a sync at once, or says beforehand why that would be refused; pauses and resumes its schedule, and takes that back. */
export function RunNow({ syncId, explained }: Props) {
  const { data: schedule, error, refetch } = useQuery(scheduleQuery(syncId));
  const run = useRunNow(syncId);
  const pause = useSetPaused(syncId);
  const [told, setTold] = useState<'run' | 'paused' | 'resumed' | null>(null);
  const why = useId();
  // A sync that was deleted has nothing to run.
  if (isNotFound(error)) return null;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (schedule === undefined) return <Skeleton height={32} width={180} />;

  const [code] = schedule.wouldRefuse;
  const isBlocked = !schedule.mayRun || code !== undefined;
  const setPaused = (paused: boolean): void =>
    pause.mutate(paused, { onSuccess: () => setTold(paused ? 'paused' : 'resumed') });
  return (
    <div className={classes.runNow}>
      <div className={classes.buttons}>
        {schedule.mayRun && (
          <Button variant="default" loading={pause.isPending} onClick={() => setPaused(!schedule.paused)}>
            {schedule.paused ? runs.resume : runs.pause}
          </Button>
        )}
        <Button
          variant="default"
          loading={run.isPending}
          // Stays in the order of the keyboard, so that the reason is read out with it.
          {...(isBlocked && { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': why })}
          onClick={() => !isBlocked && run.mutate(undefined, { onSuccess: () => setTold('run') })}
        >
          {runs.runNow}
        </Button>
      </div>
      {isBlocked && (
        <p id={why} className={classes.why}>
          {!schedule.mayRun && runs.mayNot}
          {schedule.mayRun && code === explained && runs.sameReason}
          {schedule.mayRun && code !== undefined && code !== explained && (
            <>
              {runs.wouldRefuse} <RefusalReason code={code} syncId={syncId} withWayOn={code !== 'SYNC_PAUSED'} />
            </>
          )}
        </p>
      )}
      <div role="status" className={classes.told}>
        {told === 'run' && run.data !== undefined && <AskedRun runId={run.data} />}
        {(told === 'paused' || told === 'resumed') && (
          <>
            {runs[told]}{' '}
            <Button
              variant="subtle"
              size="compact-xs"
              className={classes.undo}
              onClick={() => setPaused(told === 'resumed')}
            >
              {strings.undo}
            </Button>
          </>
        )}
      </div>
      {(run.isError || pause.isError) && <ProblemNotice error={run.error ?? pause.error} />}
    </div>
  );
}
