import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PlainTable.module.css';

export interface Column<Row> {
  label: string;
  cell: (row: Row) => ReactNode;
  /** What the row is about, and takes the room there is. */
  isHeading?: true;
  /** Buttons, at the right; the label is for screen readers. */
  isActions?: true;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** A short table; in narrow windows every row is a card whose cells carry their labels. */
export function PlainTable<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          {columns.map(({ label, isActions }) => (
            <th key={label} scope="col">
              {isActions ? <VisuallyHidden>{label}</VisuallyHidden> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.label} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column: { label, cell, isHeading, isActions }, row }: { column: Column<Row>; row: Row }) {
  if (isHeading) {
    return (
      <th scope="row" className={classes.heading}>
        {cell(row)}
      </th>
    );
  }
  if (isActions) return <td className={classes.actions}>{cell(row)}</td>;
  return (
    <td data-label={label}>
      <div>{cell(row)}</div>
    </td>
  );
}
