import { strings } from '../../strings/en.ts';
import type { CompareSearch } from './compare-search.ts';

export type Side = number | 'draft';
const { compare: texts } = strings.drafts;

export const sideName = (side: Side): string => (side === 'draft' ? texts.draft : texts.version(side));

/** Everything that can be compared, the newest first. */
export const sidesOf = (latest: number | null, hasDraft: boolean): Side[] => [
  ...(hasDraft ? ['draft' as const] : []),
  ...Array.from({ length: latest ?? 0 }, (_, index) => (latest ?? 0) - index),
];

/** What an address leaves open, or what is not there any more, is the newest against the one before it. */
export function chosenSides({ from, to }: CompareSearch, sides: readonly Side[]): { from: Side; to: Side } | null {
  const known = (side: Side | undefined): Side | undefined => sides.find((each) => each === side);
  const later = known(to) ?? sides[0];
  if (later === undefined) return null;
  const before = sides[sides.indexOf(later) + 1] ?? sides.at(-1);
  return { from: known(from) ?? before ?? later, to: later };
}
