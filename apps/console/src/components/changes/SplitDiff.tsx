import { VisuallyHidden } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import { pairsOf, type DiffRow, type QueryChange } from './diff-rows.ts';
import classes from './QueryDiff.module.css';

const { changes } = strings;

export function SplitDiff({ rows, change }: { rows: DiffRow[]; change: QueryChange }) {
  return (
    <table className={classes.table} data-split>
      <VisuallyHidden component="caption">{changes.counted(change.added, change.removed)}</VisuallyHidden>
      <VisuallyHidden component="thead">
        <tr>
          <th scope="col">{changes.oldLine}</th>
          <th scope="col">{changes.before}</th>
          <th scope="col">{changes.newLine}</th>
          <th scope="col">{changes.after}</th>
        </tr>
      </VisuallyHidden>
      <tbody>
        {pairsOf(rows).map((pair, index) =>
          'count' in pair ? (
            <tr key={index} className={classes.folded}>
              <td colSpan={4}>{changes.unchangedLines(pair.count)}</td>
            </tr>
          ) : (
            <tr key={index}>
              <td className={classes.number} data-kind={pair.left?.kind}>
                {pair.left?.oldLine}
              </td>
              <td className={classes.text} data-kind={pair.left?.kind ?? 'absent'}>
                {pair.left?.text}
              </td>
              <td className={classes.number} data-kind={pair.right?.kind}>
                {pair.right?.newLine}
              </td>
              <td className={classes.text} data-kind={pair.right?.kind ?? 'absent'}>
                {pair.right?.text}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
