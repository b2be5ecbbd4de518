import { VisuallyHidden } from '@mantine/core';
import type { components } from '../../api/schema.d.ts';
import classes from './Rows.module.css';

interface Props extends Pick<components['schemas']['PreviewRows'], 'columns' | 'rows'> {
  caption: string;
}

/** Rows as a source found them; more of them scroll inside. */
export function RowsTable({ columns, rows, caption }: Props) {
  return (
    <div className={classes.scroller} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map(({ name, type }, at) => (
              <th key={at} scope="col">
                {name} <span className={classes.type}>{type}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((value, column) => (
                <td key={column} dir="auto" data-nothing={value === null || undefined}>
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

/** Longer values are cut: a table of them is looked at, not read. */
const LONGEST = 500;

function textOf(value: unknown): string {
  if (value === null) return 'null';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
