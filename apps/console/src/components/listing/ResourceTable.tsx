import { VisuallyHidden } from '@mantine/core';
import { memo, useRef, type ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './ResourceTable.module.css';
import { useRowKeys } from './use-row-keys.ts';
import { useVisibleRows } from './use-visible-rows.ts';

export interface Listed {
  id: string;
}

export interface ListRow<Item> {
  item: Item;
  /** It is not there any more. */
  isGone: boolean;
}

export interface ListColumn<Item> {
  label: string;
  cell: (item: Item) => ReactNode;
  /** What the row is about: a link, which is where the whole row leads. Takes the room that the others leave. */
  isHeading?: true;
  /** How much room it takes beside the heading. */
  width?: 'narrow' | 'medium' | 'wide' | 'widest';
  /** In cards, says its label before the value, which would not speak for itself. */
  isNamedInCards?: true;
}

interface Props<Item extends Listed> {
  caption: string;
  columns: readonly ListColumn<Item>[];
  rows: readonly ListRow<Item>[];
}

/** Rows below their headings; in narrow windows, cards. Of very many only those in the window are on the page. */
export function ResourceTable<Item extends Listed>({ caption, columns, rows }: Props<Item>) {
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  const { indices, before, after, measure } = useVisibleRows(table, rows.length);
  return (
    <table ref={table} className={classes.table} aria-rowcount={rows.length + 1}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ label, width }) => (
            <th key={label} scope="col" data-width={width}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Room height={before} />
        {indices.map((index) => {
          const row = rows[index];
          return row && <Row key={row.item.id} {...row} index={index} columns={columns} measure={measure} />;
        })}
        <Room height={after} />
      </tbody>
    </table>
  );
}

/** Stands for the rows that are not on the page. */
function Room({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.room}>
      <td style={{ height }} />
    </tr>
  );
}

interface RowProps<Item> extends ListRow<Item> {
  index: number;
  columns: readonly ListColumn<Item>[];
  measure: (row: HTMLElement | null) => void;
}

/** Made anew only for another item: scrolling on costs what comes into sight. */
const Row = memo(function Row<Item>({ item, isGone, index, columns, measure }: RowProps<Item>) {
  return (
    <tr ref={measure} data-index={index} data-gone={isGone || undefined} aria-rowindex={index + 2}>
      {columns.map((column) => (
        <Cell key={column.label} column={column} item={item} isGone={isGone} />
      ))}
    </tr>
  );
}) as <Item>(props: RowProps<Item>) => ReactNode;

function Cell<Item>({ column, item, isGone }: { column: ListColumn<Item> } & ListRow<Item>) {
  if (column.isHeading) {
    return (
      <th scope="row" className={classes.heading}>
        {column.cell(item)}
        {isGone && <span className={classes.quiet}> {strings.listing.gone}</span>}
      </th>
    );
  }
  return <td data-label={column.isNamedInCards && column.label}>{column.cell(item)}</td>;
}
