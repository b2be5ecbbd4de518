import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconFold } from '@tabler/icons-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { strings } from '../../strings/en.ts';
import { showStop, useChangeStops } from './change-tour.ts';
import { startsOf, type DiffRow, type FoldedRow, type Pair } from './diff-rows.ts';
import classes from './QueryDiff.module.css';
import { useRowWindow } from './use-row-window.ts';

interface Props<Row> {
  rows: Row[];
  isSplit?: boolean;
  caption: string;
  columns: string[];
  /** The cells of a row that is not folded. */
  cells: (row: Exclude<Row, FoldedRow>) => ReactNode;
  kindOf?: (row: Exclude<Row, FoldedRow>) => string | undefined;
  /** Shows a folded run; none where the query as a whole is not known. */
  onUnfold?: ((run: FoldedRow) => void) | undefined;
}

const { changes } = strings;
const MOST_FRAMES = 10;

/** The rows of a diff as a table of which only what is in the window is on the page. */
export function DiffTable<Row extends DiffRow | Pair>({ rows, isSplit = false, columns, ...props }: Props<Row>) {
  const table = useRef<HTMLTableElement>(null);
  const { indices, before, after, measure, bring } = useRowWindow(table, rows.length);
  const starts = useMemo(() => startsOf(rows), [rows]);
  const show = (at: number): void => {
    const index = starts[at] ?? 0;
    bring(index);
    whenThere(() => rowAt(table.current, index), showStop);
  };
  useChangeStops(table, starts.length, show);
  const unfold = (run: FoldedRow, index: number): void => {
    props.onUnfold?.(run);
    // What was folded begins in the place of the button that is gone.
    requestAnimationFrame(() => rowAt(table.current, index)?.focus({ preventScroll: true }));
  };
  return (
    <table
      ref={table}
      className={classes.table}
      data-split={isSplit || undefined}
      aria-rowcount={indices.length < rows.length ? rows.length + 1 : undefined}
    >
      <VisuallyHidden component="caption">{props.caption}</VisuallyHidden>
      {isSplit && (
        <colgroup>
          <col className={classes.numbers} />
          <col />
          <col className={classes.numbers} />
          <col />
        </colgroup>
      )}
      <VisuallyHidden component="thead">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </VisuallyHidden>
      <tbody>
        <Room height={before} />
        {indices.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = { 'data-index': index, 'aria-rowindex': index + 2, ref: measure };
          if ('kind' in row && row.kind === 'folded') {
            return (
              <tr key={index} {...place} className={classes.folded}>
                <td colSpan={columns.length}>
                  <Folded count={row.count} onUnfold={props.onUnfold && (() => unfold(row, index))} />
                </td>
              </tr>
            );
          }
          const line = row as Exclude<Row, FoldedRow>;
          return (
            <tr key={index} {...place} data-kind={props.kindOf?.(line)} tabIndex={-1}>
              {props.cells(line)}
            </tr>
          );
        })}
        <Room height={after} />
      </tbody>
    </table>
  );
}

const rowAt = (table: HTMLElement | null, index: number): HTMLElement | null | undefined =>
  table?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);

function Folded({ count, onUnfold }: { count: number; onUnfold?: (() => void) | undefined }) {
  const says = changes.unchangedLines(count);
  if (onUnfold === undefined) return says;
  return (
    <UnstyledButton className={classes.unfold} onClick={onUnfold}>
      <IconFold size={14} aria-hidden />
      {says}
      <VisuallyHidden> {changes.unfold}</VisuallyHidden>
    </UnstyledButton>
  );
}

/** Keeps the room of rows that are not on the page. */
function Room({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td className={classes.room} style={{ height }} />
    </tr>
  );
}

/** Rows that scroll into the window are there a frame or two later. */
function whenThere(find: () => HTMLElement | null | undefined, then: (row: HTMLElement) => void, frames = 0): void {
  const found = find();
  if (found) then(found);
  else if (frames < MOST_FRAMES) requestAnimationFrame(() => whenThere(find, then, frames + 1));
}
