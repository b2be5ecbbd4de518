import { strings } from '../../strings/en.ts';
import type { Change } from '../changes/diff-rows.ts';

const { changes: words } = strings;

const counted = (count: number, word: string): string[] => (count === 0 ? [] : [`${word.toLowerCase()} (${count})`]);

/** What changes, in a line: `query +3 −1, columns (2), schedule`. */
export function summaryOf(changes: readonly Change[]): string {
  const numberOf = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const parts = changes.flatMap((change) => {
    if (change.kind === 'query') return [`${words.query.toLowerCase()} +${change.added} −${change.removed}`];
    return change.kind === 'field' ? [change.label.toLowerCase()] : [];
  });
  return [
    ...parts,
    ...counted(numberOf('column'), words.columns),
    ...counted(numberOf('mapping'), words.mapping),
    ...(numberOf('schedule') > 0 ? [words.schedule.toLowerCase()] : []),
  ].join(', ');
}
