import { strings } from '../../../strings/en.ts';
import { OvertakenNotice } from '../OvertakenNotice.tsx';
import { changedCells, keyOf, mergedOnto } from './role-cells.ts';
import type { RoleContent } from './role-content.ts';
import { cellName, cellWords } from './role-words.ts';
import type { Ends } from './use-ends.ts';

interface Props {
  theirs: RoleContent;
  before: RoleContent;
  mine: RoleContent;
  nameOf: Ends['nameOf'];
  onKeepMine: (merged: RoleContent) => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved the role first: where it differs from one's own, cell by cell. */
export function RoleOvertaken({ theirs, before, mine, nameOf, onKeepMine, onTakeTheirs }: Props) {
  const merged = mergedOnto(theirs, before, mine);
  const cells = new Map(
    [...changedCells(before, theirs), ...changedCells(theirs, merged)].map((cell) => [keyOf(cell), cell]),
  );
  return (
    <OvertakenNotice
      title={strings.roles.overtaken}
      rows={[...cells.values()].map((cell) => ({
        label: cellName(nameOf, cell),
        theirs: cellWords(theirs, cell),
        mine: cellWords(merged, cell),
      }))}
      count={changedCells(before, mine).length}
      onKeepMine={() => onKeepMine(merged)}
      onTakeTheirs={onTakeTheirs}
    />
  );
}
