import { changesBetween } from '../../components/saving/changes-between.ts';
import { rowsOf } from '../../components/changes/diff-rows.ts';

const content = (query: string) => ({ query, configuration: { primaryKey: '' }, columns: [] });

/** The numbers of those lines of a query that are not in the one it came from. */
export function changedLines(before: string, after: string): ReadonlySet<number> {
  const changes = changesBetween(content(before), content(after));
  const rows = changes.flatMap((change) => (change.kind === 'query' ? rowsOf(change) : []));
  return new Set(rows.flatMap((row) => (row.kind === 'added' ? [row.newLine] : [])));
}
