import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { writtenOf } from '../../components/run-chart/run-bars.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { durationOf } from './duration.ts';
import classes from './RunTable.module.css';
import type { Run } from './runs-query.ts';
import { StartedBy } from './StartedBy.tsx';

const { runs } = strings;
const { columns } = runs;

/** Runs as rows; as cards where it is narrow. */
export function RunTable({ runs: shown }: { runs: Run[] }) {
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">{runs.caption}</VisuallyHidden>
      <thead>
        <tr>
          <th scope="col">{columns.sync}</th>
          <th scope="col">{columns.outcome}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col">{columns.trigger}</th>
          <th scope="col" className={classes.figure}>
            {columns.took}
          </th>
          <th scope="col" className={classes.figure}>
            {columns.written}
          </th>
          <th scope="col" className={classes.figure}>
            {columns.rejected}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run }: { run: Run }) {
  const { id, syncName, status, code, failure, createdAt, requestedBy, startedAt, finishedAt, counts } = run;
  const why = code === null ? failure?.message : runs.codes[code];
  const took = startedAt !== null && finishedAt !== null ? durationOf(startedAt, finishedAt) : null;
  return (
    <tr>
      <th scope="row" className={classes.sync}>
        <Link to="/runs/$runId" params={{ runId: id }} className={classes.link}>
          {syncName}
        </Link>
        {why !== undefined && <span className={classes.why}>{why}</span>}
      </th>
      <td>
        <StatusBadge status={status} />
      </td>
      <td>
        <RelativeTime at={createdAt} />
      </td>
      <td>
        <StartedBy memberId={requestedBy} />
      </td>
      <td className={classes.figure} data-label={columns.took} data-none={took === null}>
        {took ?? runs.none}
      </td>
      <td className={classes.figure} data-label={columns.written} data-none={counts === null}>
        {counts === null ? runs.none : runs.number(writtenOf(counts))}
      </td>
      <td
        className={classes.figure}
        data-label={columns.rejected}
        data-none={counts === null}
        data-alarms={(counts?.rejected ?? 0) > 0}
      >
        {counts === null ? runs.none : runs.number(counts.rejected)}
      </td>
    </tr>
  );
}
