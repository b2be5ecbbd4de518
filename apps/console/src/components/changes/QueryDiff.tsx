import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import { strings } from '../../strings/en.ts';
import { linesOf, rowsOf, type FoldedRow, type QueryChange } from './diff-rows.ts';
import { useDiffView } from './diff-view.ts';
import classes from './QueryDiff.module.css';
import { SplitDiff } from './SplitDiff.tsx';
import { UnifiedDiff } from './UnifiedDiff.tsx';
import { MOST_AT_ONCE, ROW_HEIGHT } from './use-row-window.ts';

const { changes } = strings;
/** Below that there is no room for two sides. */
const WIDE = '(min-width: 700px)';

interface Props {
  change: QueryChange;
  /** The query after the change, as a whole: where it is given, unchanged lines can be unfolded. */
  query?: string | undefined;
}

/** The lines of a query that changed, unified or side by side as its reader likes best. */
export function QueryDiff({ change, query }: Props) {
  const [view, setView] = useDiffView();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const lines = linesOf(change);
  // The page does not wait for the rows of a long diff: their room is kept until they are ready.
  const isReady = useDeferredValue(true, lines <= MOST_AT_ONCE);
  const rows = useMemo(
    () => (isReady ? rowsOf(change, query === undefined ? undefined : { query, open }) : []),
    [isReady, change, query, open],
  );
  const unfold = ({ newLine }: FoldedRow): void => setOpen(new Set([...open, newLine]));
  const canSplit = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false }) && change.removed > 0;
  const isSplit = view === 'split' && canSplit;
  const Diff = isSplit ? SplitDiff : UnifiedDiff;
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
        {canSplit && (
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
      <div
        className={classes.scroller}
        role="group"
        aria-label={changes.query}
        tabIndex={0}
        style={{ minHeight: isReady ? undefined : lines * ROW_HEIGHT }}
      >
        {isReady && <Diff rows={rows} change={change} onUnfold={query === undefined ? undefined : unfold} />}
      </div>
    </section>
  );
}
