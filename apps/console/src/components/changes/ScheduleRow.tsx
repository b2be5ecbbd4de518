import { strings } from '../../strings/en.ts';
import { exactTime, wallTime } from '../time.ts';
import classes from './ChangeList.module.css';
import type { Change } from './diff-rows.ts';
import { FieldRow } from './FieldRow.tsx';

const { changes } = strings;

/** A schedule in words, old and new, and when the new one fires next. */
export function ScheduleRow({ change }: { change: Extract<Change, { kind: 'schedule' }> }) {
  const { before, after, nextRuns, localRuns, timeZone } = change;
  const runs = localRuns?.map(wallTime) ?? nextRuns.map(exactTime);
  return (
    <>
      <FieldRow label={changes.schedule} before={before} after={after} />
      {runs.length > 0 && (
        <div className={classes.field}>
          <dt className={classes.detail}>
            {changes.nextRuns}
            {timeZone !== undefined && `, ${timeZone}`}
          </dt>
          <dd>
            <ul className={classes.runs}>
              {runs.map((run) => (
                <li key={run}>{run}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </>
  );
}
