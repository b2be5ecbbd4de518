import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { runQuery } from '../../components/run-now/run-query.ts';
import { strings } from '../../strings/en.ts';
import { RunReport } from './RunReport.tsx';

/** What became of one run. */
export function RunPage() {
  const { runId } = useParams({ from: '/frame/runs/$runId' });
  const run = useQuery(runQuery(runId));
  if (run.data) return <RunReport key={runId} run={run.data} />;
  if (run.isError) return <ProblemNotice error={run.error} onRetry={() => void run.refetch()} />;
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{strings.runs.loadingRun}</VisuallyHidden>
      <Skeleton height={18} width={90} mb={8} />
      <Skeleton height={28} width="40%" mb={8} />
      <Skeleton height={18} width="55%" mb={24} />
      <Skeleton height={120} />
    </div>
  );
}
