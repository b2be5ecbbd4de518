import { VisuallyHidden } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import type { DiffRow, QueryChange } from './diff-rows.ts';
import classes from './QueryDiff.module.css';

const { changes } = strings;
const signs = { same: '', added: '+', removed: '−' };
const words = { same: '', added: changes.added, removed: changes.removed };

export function UnifiedDiff({ rows, change }: { rows: DiffRow[]; change: QueryChange }) {
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">{changes.counted(change.added, change.removed)}</VisuallyHidden>
      <VisuallyHidden component="thead">
        <tr>
          <th scope="col">{changes.oldLine}</th>
          <th scope="col">{changes.newLine}</th>
          <th scope="col">{changes.change}</th>
          <th scope="col">{changes.line}</th>
        </tr>
      </VisuallyHidden>
      <tbody>
        {rows.map((row, index) =>
          row.kind === 'folded' ? (
            <tr key={index} className={classes.folded}>
              <td colSpan={4}>{changes.unchangedLines(row.count)}</td>
            </tr>
          ) : (
            <tr key={index} data-kind={row.kind}>
              <td className={classes.number}>{'oldLine' in row && row.oldLine}</td>
              <td className={classes.number}>{'newLine' in row && row.newLine}</td>
              <td className={classes.sign}>
                <span aria-hidden>{signs[row.kind]}</span>
                <VisuallyHidden>{words[row.kind]}</VisuallyHidden>
              </td>
              <td className={classes.text}>{row.text}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
