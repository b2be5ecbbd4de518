import { strings } from '../../strings/en.ts';

type Titled = { visible: true; name: string } | { visible: false };

const { approvals } = strings;

/** A request is called after its items, as far as its reader may see them. */
export function titleOf(items: readonly Titled[]): string {
  const names = items.flatMap((item) => (item.visible ? [item.name] : []));
  const [first, second] = names;
  if (first === undefined) return approvals.onlyHidden;
  if (items.length === 2 && second !== undefined) return approvals.and(first, second);
  return items.length === 1 ? first : approvals.andMore(first, items.length - 1);
}
