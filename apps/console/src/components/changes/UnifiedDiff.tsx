import { memo } from 'react';
import { strings } from '../../strings/en.ts';
import type { DiffRow, FoldedRow, LineRow, QueryChange } from './diff-rows.ts';
import { DiffTable } from './DiffTable.tsx';
import { LineText } from './LineText.tsx';
import classes from './QueryDiff.module.css';

const { changes } = strings;
const signs = { added: '+', removed: '−' };
const words = { added: changes.added, removed: changes.removed };
const columns = [changes.oldLine, changes.newLine, changes.change, changes.line];

interface Props {
  rows: DiffRow[];
  change: QueryChange;
  onUnfold?: ((run: FoldedRow) => void) | undefined;
}

export function UnifiedDiff({ rows, change, onUnfold }: Props) {
  return (
    <DiffTable<DiffRow>
      rows={rows}
      caption={changes.counted(change.added, change.removed)}
      columns={columns}
      kindOf={({ kind }) => kind}
      cells={(row) => <Line row={row} />}
      onUnfold={onUnfold}
    />
  );
}

const Line = memo(function Line({ row }: { row: LineRow }) {
  return (
    <>
      <td className={classes.number}>{'oldLine' in row && row.oldLine}</td>
      <td className={classes.number}>{'newLine' in row && row.newLine}</td>
      <td className={classes.sign}>
        {row.kind !== 'same' && (
          <>
            <span aria-hidden>{signs[row.kind]}</span>
            <span className={classes.unseen}>{words[row.kind]}</span>
          </>
        )}
      </td>
      <td className={classes.text} dir="ltr">
        <LineText text={row.text} beside={'beside' in row ? row.beside : undefined} />
      </td>
    </>
  );
});
