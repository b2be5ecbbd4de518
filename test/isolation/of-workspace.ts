import type { DatabaseState } from '../rights/database-state.ts';
import type { Twin } from './twin.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The rows that belong to a workspace: whatever names it. */
export const of = ({ workspaceId }: Pick<Twin, 'workspaceId'>, state: DatabaseState): DatabaseState =>
  new Map([...state].map(([table, rows]) => [table, new Set([...rows].filter((row) => row.includes(workspaceId)))]));

/** Every id in these rows that is in none of the others. */
export function idsIn(rows: DatabaseState, others: DatabaseState): ReadonlySet<string> {
  const all = (state: DatabaseState): Set<string> =>
    new Set([...state.values()].flatMap((each) => [...each].flatMap((row) => row.match(UUID) ?? [])));
  const elsewhere = all(others);
  return new Set([...all(rows)].filter((id) => !elsewhere.has(id)));
}
