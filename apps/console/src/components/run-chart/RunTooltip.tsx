import { strings } from '../../strings/en.ts';
import type { RunBar } from './run-bars.ts';
import classes from './LastRuns.module.css';

const { chart, number } = strings.runs;

/** What the bar below the pointer stands for. */
export function RunTooltip({ bar }: { bar: RunBar | undefined }) {
  if (bar === undefined) return null;
  return (
    <div className={classes.tooltip}>
      <strong>{bar.sync}</strong>
      <span className={classes.at}>{bar.at}</span>
      {bar.isRefused ? (
        <span>{chart.refused}</span>
      ) : (
        <>
          <span>
            {chart.written}: {number(bar.written)}
          </span>
          <span>
            {chart.rejected}: {number(bar.rejected)}
          </span>
        </>
      )}
    </div>
  );
}
