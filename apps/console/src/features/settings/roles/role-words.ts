import { strings } from '../../../strings/en.ts';
import { rightIn, type Cell } from './role-cells.ts';
import { ALL, type Kind, type RightValue, type RoleContent, rowOf } from './role-content.ts';
import type { Ends } from './use-ends.ts';
import type { FlagReason } from './without-effect.ts';

const { roles: texts } = strings;
type NameOf = Ends['nameOf'];

/** The source or destination of a row, as a sentence names it. */
export function endName(nameOf: NameOf, kind: Kind, scope: string): string {
  if (scope === ALL) return texts.allOf(kind);
  return nameOf(kind, scope) ?? `${texts.unknown(kind)} ${scope}`;
}

export function valueWords(value: RightValue | undefined): string {
  if (value === undefined) return texts.rowGone;
  if (typeof value === 'string') return texts.levels[value];
  return value ? texts.ticked : texts.unticked;
}

/** A cell of a role, wherever it is spoken of outside the matrix. */
export function cellName(nameOf: NameOf, cell: Cell): string {
  if (cell.of === 'name') return texts.name;
  if (cell.of === 'workspace') return `${texts.workspaceRights}: ${texts.rights[cell.right].label}`;
  const end = endName(nameOf, cell.kind, cell.scope);
  return texts.cell(cell.of === 'row' ? texts.row : texts.columns[cell.right], end);
}

/** What stands in a cell. */
export function cellWords(content: RoleContent, cell: Cell): string {
  if (cell.of === 'name') return content.name;
  if (cell.of === 'workspace') return valueWords(content.workspace[cell.right]);
  const { kind, scope } = cell;
  if (cell.of === 'right') return valueWords(rightIn(content, kind, scope, cell.right));
  return rowOf(content, kind, scope) === undefined ? texts.rowGone : texts.rowThere;
}

/** Why something has no effect. */
export function flagWords(reason: FlagReason, kind: Kind | undefined): string {
  const words = texts.flags[reason];
  if (typeof words === 'string') return words;
  return words(kind === 'sources' ? 'destinations' : 'sources');
}
