import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { strings } from '../../strings/en.ts';
import { scheduleQuery } from './schedule-query.ts';

/** Runs a sync at once, or says beforehand why that would be refused. */
export function RunNow({ syncId }: { syncId: string }) {
  const schedule = useQuery(scheduleQuery(syncId)).data;
  if (schedule === undefined) return null;
  return (
    <Button variant="default" disabled={schedule.wouldRefuse.length > 0}>
      {strings.runs.runNow}
    </Button>
  );
}
