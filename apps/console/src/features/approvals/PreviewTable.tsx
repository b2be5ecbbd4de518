import { VisuallyHidden } from '@mantine/core';
import classes from './Preview.module.css';
import type { PreviewRows } from './preview-query.ts';

interface Props extends Pick<PreviewRows, 'columns' | 'rows'> {
  caption: string;
}

/** Rows as a source found them; more of them scroll inside. */
export function PreviewTable({ columns, rows, caption }: Props) {
  return (
    <div className={classes.scroller} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map(({ name, type }) => (
              <th key={name} scope="col">
                {name} <span className={classes.type}>{type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((value, column) => (
                <td key={column} dir="auto">
                  {textOf(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function textOf(value: unknown): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
