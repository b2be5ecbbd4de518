import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { strings } from '../../strings/en.ts';
import { rowsOf, type QueryChange } from './diff-rows.ts';
import classes from './QueryDiff.module.css';
import { SplitDiff } from './SplitDiff.tsx';
import { UnifiedDiff } from './UnifiedDiff.tsx';

const { changes } = strings;

/** The lines of a query that changed, unified or side by side as its reader likes best. */
export function QueryDiff({ change }: { change: QueryChange }) {
  const [view, setView] = useLocalStorage({ key: 'imprimatur.diff-view', defaultValue: 'unified' });
  const rows = rowsOf(change);
  const isSplit = view === 'split' && change.removed > 0;
  return (
    <section className={classes.diff}>
      <div className={classes.bar}>
        <h3 className={classes.title}>{changes.query}</h3>
        <span className={classes.counts}>
          <span aria-hidden className={classes.plus}>
            {change.added > 0 && `+${change.added}`}
          </span>{' '}
          <span aria-hidden className={classes.minus}>
            {change.removed > 0 && `−${change.removed}`}
          </span>
          <VisuallyHidden>{changes.counted(change.added, change.removed)}</VisuallyHidden>
        </span>
        {change.removed > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={changes.view}
            value={view}
            onChange={setView}
            data={[
              { value: 'unified', label: changes.unified },
              { value: 'split', label: changes.split },
            ]}
          />
        )}
      </div>
      {/* Long lines scroll inside, which the keyboard must reach too. */}
      <div className={classes.scroller} role="region" aria-label={changes.query} tabIndex={0}>
        {isSplit ? <SplitDiff rows={rows} change={change} /> : <UnifiedDiff rows={rows} change={change} />}
      </div>
    </section>
  );
}
