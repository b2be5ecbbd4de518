import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { scheduleQuery } from './schedule-query.ts';

/** Asks for a run of the sync. What is answered is the run's id, also when it was refused: that is on record too. */
export function useRunNow(syncId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (): Promise<string> => {
      try {
        const header = { 'Idempotency-Key': newKey() };
        return (await answerOf(api.POST('/api/v1/runs', { params: { header }, body: { syncId } }))).id;
      } catch (error) {
        const recorded = error instanceof ProblemError ? error.problem.details?.['runId'] : undefined;
        if (typeof recorded === 'string') return recorded;
        throw error;
      }
    },
    onSettled: refresh,
  });
}

/** Pauses the schedule of the sync, or resumes it. */
export function useSetPaused(syncId: string) {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (paused: boolean) => {
      const params = { path: { syncId }, header: { 'Idempotency-Key': newKey() } };
      return answerOf(
        paused
          ? api.POST('/api/v1/schedules/{syncId}/pause', { params })
          : api.POST('/api/v1/schedules/{syncId}/resume', { params }),
      );
    },
    onSuccess: (schedule) => queries.setQueryData(scheduleQuery(syncId).queryKey, schedule),
    onSettled: refresh,
  });
}

function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(['runs', 'schedules'].map((first) => queries.invalidateQueries({ queryKey: [first] })));
  };
}
