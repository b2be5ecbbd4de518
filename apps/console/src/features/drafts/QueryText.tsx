import { LineText } from '../../components/changes/LineText.tsx';
import { changedLines } from './changed-lines.ts';
import classes from './Rebase.module.css';

/** A query as it is on one side; lines that are not in what it came from are marked. */
export function QueryText({ query, base, label }: { query: string; base: string | null; label: string }) {
  const changed = base === null || base === query ? new Set<number>() : changedLines(base, query);
  return (
    // Long lines scroll inside, which the keyboard must reach too.
    <pre className={classes.query} role="group" aria-label={label} tabIndex={0}>
      {query.split('\n').map((line, index) =>
        changed.has(index + 1) ? (
          <ins key={index} className={classes.line}>
            <LineText text={line} />
            {'\n'}
          </ins>
        ) : (
          <span key={index} className={classes.line}>
            <LineText text={line} />
            {'\n'}
          </span>
        ),
      )}
    </pre>
  );
}
