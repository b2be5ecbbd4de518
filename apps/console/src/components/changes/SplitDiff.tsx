import { memo, useMemo } from 'react';
import { strings } from '../../strings/en.ts';
import { pairsOf, type DiffRow, type FoldedRow, type LineRow, type Pair, type QueryChange } from './diff-rows.ts';
import { DiffTable } from './DiffTable.tsx';
import { LineText } from './LineText.tsx';
import classes from './QueryDiff.module.css';

const { changes } = strings;
const columns = [changes.oldLine, changes.before, changes.newLine, changes.after];

interface Props {
  rows: DiffRow[];
  change: QueryChange;
  onUnfold?: ((run: FoldedRow) => void) | undefined;
}

export function SplitDiff({ rows, change, onUnfold }: Props) {
  const pairs = useMemo(() => pairsOf(rows), [rows]);
  return (
    <DiffTable<Pair | FoldedRow>
      isSplit
      rows={pairs}
      caption={changes.counted(change.added, change.removed)}
      columns={columns}
      cells={({ left, right }) => (
        <>
          <Side row={left} line={left?.oldLine} says={changes.removed} />
          <Side row={right} line={right?.newLine} says={changes.added} />
        </>
      )}
      onUnfold={onUnfold}
    />
  );
}

interface SideProps {
  row: LineRow | null;
  line: number | undefined;
  says: string;
}

const Side = memo(function Side({ row, line, says }: SideProps) {
  return (
    <>
      <td className={classes.number} data-kind={row?.kind}>
        {line}
      </td>
      <td className={classes.text} data-kind={row?.kind ?? 'absent'} dir="ltr">
        {row !== null && row.kind !== 'same' && <span className={classes.unseen}>{says} </span>}
        {row !== null && <LineText text={row.text} beside={'beside' in row ? row.beside : undefined} />}
      </td>
    </>
  );
});
