import type { RunDetails } from '../../components/run-now/run-query.ts';
import { isUnderWay } from '../../components/run-now/run-status.ts';
import { strings } from '../../strings/en.ts';
import classes from './RunReport.module.css';

const { run: texts, number } = strings.runs;
const kinds = ['read', 'added', 'changed', 'unchanged', 'rejected'] as const;

/** How many rows a run read, and what became of them. */
export function RowCounts({ run: { status, counts } }: { run: RunDetails }) {
  return (
    <section>
      <h2>{texts.rows}</h2>
      {counts === null ? (
        <p className={classes.quiet}>{isUnderWay(status) ? texts.counting : texts.noCounts}</p>
      ) : (
        <dl className={classes.counts}>
          {kinds.map((kind) => (
            <div key={kind} data-alarms={kind === 'rejected' && counts.rejected > 0}>
              <dt>{texts[kind]}</dt>
              <dd>{number(counts[kind])}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
