import {
  type Kind,
  type Right,
  type RightValue,
  type RoleContent,
  type WorkspaceRights,
  rightsOn,
  rowOf,
  valueOf,
  withoutRow,
  withRight,
  withWholeRow,
} from './role-content.ts';

/** One thing of a role that can differ: its name, a right on the workspace, a row, or one right in a row. */
export type Cell =
  | { of: 'name' }
  | { of: 'workspace'; right: keyof WorkspaceRights }
  | { of: 'row'; kind: Kind; scope: string }
  | { of: 'right'; kind: Kind; scope: string; right: Right };

/** As the server names what a role grants too far: `workspace.members`, `sources.all.approve`. */
export function keyOf(cell: Cell): string {
  if (cell.of === 'name') return 'name';
  if (cell.of === 'workspace') return `workspace.${cell.right}`;
  return cell.of === 'row' ? `${cell.kind}.${cell.scope}` : `${cell.kind}.${cell.scope}.${cell.right}`;
}

/** The cell of a key, null for one of which this page knows nothing. */
export function cellOf(key: string): Cell | null {
  const [first = '', second, third] = key.split('.');
  if (first === 'name') return { of: 'name' };
  if (second === undefined) return null;
  if (first === 'workspace') return { of: 'workspace', right: second as keyof WorkspaceRights };
  if (first !== 'sources' && first !== 'destinations') return null;
  if (third === undefined) return { of: 'row', kind: first, scope: second };
  return { of: 'right', kind: first, scope: second, right: third as Right };
}

/** What differs. A row that came or went is one difference, whatever it grants. */
export function changedCells(before: RoleContent, after: RoleContent): Cell[] {
  const rights = (Object.keys(before.workspace) as (keyof WorkspaceRights)[]).filter(
    (right) => before.workspace[right] !== after.workspace[right],
  );
  return [
    ...(before.name === after.name ? [] : [{ of: 'name' } as const]),
    ...rights.map((right): Cell => ({ of: 'workspace', right })),
    ...changedRows('sources', before, after),
    ...changedRows('destinations', before, after),
  ];
}

function changedRows(kind: Kind, before: RoleContent, after: RoleContent): Cell[] {
  const scopes = new Set([...before[kind], ...after[kind]].map(({ scope }) => scope));
  return [...scopes].flatMap((scope): Cell[] => {
    const [one, other] = [rowOf(before, kind, scope), rowOf(after, kind, scope)];
    if (one === undefined || other === undefined) return [{ of: 'row', kind, scope }];
    return rightsOn[kind]
      .filter((right) => valueOf(one, right) !== valueOf(other, right))
      .map((right) => ({ of: 'right', kind, scope, right }));
  });
}

export const areSameRoles = (one: RoleContent, other: RoleContent): boolean => changedCells(one, other).length === 0;

/** What a right is in a role, undefined where there is no row of that scope. */
export function rightIn(content: RoleContent, kind: Kind, scope: string, right: Right): RightValue | undefined {
  const row = rowOf(content, kind, scope);
  return row && valueOf(row, right);
}

/** Makes the changes from `before` to `mine` to what somebody else has made of it meanwhile, and leaves the rest to them. */
export function mergedOnto(theirs: RoleContent, before: RoleContent, mine: RoleContent): RoleContent {
  return changedCells(before, mine).reduce((merged, cell) => withCellOf(merged, mine, cell), theirs);
}

function withCellOf(content: RoleContent, mine: RoleContent, cell: Cell): RoleContent {
  if (cell.of === 'name') return { ...content, name: mine.name };
  if (cell.of === 'workspace') {
    return { ...content, workspace: { ...content.workspace, [cell.right]: mine.workspace[cell.right] } };
  }
  const { kind, scope } = cell;
  const row = rowOf(mine, kind, scope);
  if (row === undefined) return withoutRow(content, kind, scope);
  if (cell.of === 'row' || rowOf(content, kind, scope) === undefined) return withWholeRow(content, kind, row);
  return withRight(content, kind, scope, cell.right, valueOf(row, cell.right));
}
