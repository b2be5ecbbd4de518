/** What is shown of a list that grows at its top: from what was the newest when somebody began to read, and how much came since. */
export function fromSeen<Item extends { id: string }>(
  newestFirst: Item[],
  seenId: string | undefined,
): { shown: Item[]; fresh: number } {
  const fresh = Math.max(
    0,
    newestFirst.findIndex(({ id }) => id === seenId),
  );
  return { shown: newestFirst.slice(fresh), fresh };
}
