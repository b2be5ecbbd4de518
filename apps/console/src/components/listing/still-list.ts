interface Listed {
  id: string;
}

export interface StillList<Item extends Listed> {
  /** As it was begun to be read, brought up to date row by row. */
  shown: { item: Item; isGone: boolean }[];
  /** How many came since, and are not shown. */
  fresh: number;
}

/** A list that stands still while it is read: what came since only counts, what went stays in its place, what follows at its end is added. */
export function stillList<Item extends Listed>(kept: readonly Item[], items: readonly Item[]): StillList<Item> {
  // Also while a long list is only read on.
  if (kept.every(({ id }, at) => items[at]?.id === id))
    return { shown: items.map((item) => ({ item, isGone: false })), fresh: 0 };
  const known = new Set(kept.map(({ id }) => id));
  const now = new Map(items.map((item) => [item.id, item]));
  const lastKnown = items.findLastIndex(({ id }) => known.has(id));
  const after = lastKnown < 0 ? [] : items.slice(lastKnown + 1);
  const fresh = items.filter(({ id }) => !known.has(id)).length - after.length;
  return {
    shown: [
      ...kept.map((item) => ({ item: now.get(item.id) ?? item, isGone: !now.has(item.id) })),
      ...after.map((item) => ({ item, isGone: false })),
    ],
    fresh,
  };
}
