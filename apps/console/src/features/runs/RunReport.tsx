import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import type { RunDetails } from '../../components/run-now/run-query.ts';
import { RunNow } from '../../components/run-now/RunNow.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { durationOf } from './duration.ts';
import { Rejections } from './Rejections.tsx';
import { RowCounts } from './RowCounts.tsx';
import classes from './RunReport.module.css';
import { VersionsUsed } from './VersionsUsed.tsx';
import { WhoAsked } from './WhoAsked.tsx';
import { WhyNot } from './WhyNot.tsx';

const { runs } = strings;

/** Everything that is known of a run: whether it ran, on what, and which rows went where. */
export function RunReport({ run }: { run: RunDetails }) {
  const { syncId, syncName, status, createdAt, startedAt, finishedAt } = run;
  return (
    <>
      <PageHeader
        breadcrumb={<Link to="/runs">{runs.title}</Link>}
        title={syncName}
        status={
          <span role="status">
            <StatusBadge status={status} />
          </span>
        }
        facts={
          <>
            <WhoAsked run={run} /> · <RelativeTime at={createdAt} />
            {startedAt !== null && finishedAt !== null && (
              <> · {runs.run.took(durationOf(startedAt, finishedAt))}</>
            )} ·{' '}
            <Link to="/runs" search={{ syncId }}>
              {runs.run.all}
            </Link>
          </>
        }
        actions={<RunNow syncId={syncId} explained={run.code} />}
      />
      <div className={classes.report}>
        <WhyNot run={run} />
        <VersionsUsed run={run} />
        {status !== 'refused' && <RowCounts run={run} />}
        <Rejections run={run} />
      </div>
    </>
  );
}
