/** What was added, removed or given another value, by name: in the order of `after`, what is gone last. Order itself says nothing. */
export function namedChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { name: string; before: string | null; after: string | null }[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}
