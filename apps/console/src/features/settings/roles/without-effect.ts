import type { Role } from '../../../api/roles-query.ts';
import { keyOf } from './role-cells.ts';
import type { Right, RoleContent, WorkspaceRights } from './role-content.ts';

type Flag = Role['withoutEffect'][number];
export type FlagReason = Flag['reason'];

/** What has no effect, by cell: the server names rows by their place in the role that it was asked about. */
export function flagsByCell(
  role: Pick<RoleContent, 'sources' | 'destinations'>,
  flags: readonly Flag[],
): Map<string, FlagReason> {
  return new Map(flags.map(({ path, reason }) => [keyOfPath(role, path), reason]));
}

function keyOfPath(role: Pick<RoleContent, 'sources' | 'destinations'>, path: string): string {
  const [, first = '', second = '', right] = path.split('/');
  if (first !== 'sources' && first !== 'destinations') {
    return keyOf({ of: 'workspace', right: second as keyof WorkspaceRights });
  }
  const scope = role[first][Number(second)]?.scope ?? '';
  if (right === undefined) return keyOf({ of: 'row', kind: first, scope });
  return keyOf({ of: 'right', kind: first, scope, right: right as Right });
}
