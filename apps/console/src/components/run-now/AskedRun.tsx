import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { strings } from '../../strings/en.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import { runQuery } from './run-query.ts';

/** What becomes of the run that was just asked for. */
export function AskedRun({ runId }: { runId: string }) {
  const { data: run } = useQuery(runQuery(runId));
  return (
    <>
      {run && <StatusBadge status={run.status} />}{' '}
      <Link to="/runs/$runId" params={{ runId }}>
        {strings.runs.viewRun}
      </Link>
    </>
  );
}
