/** All names of both: in the order of the first, each that only the second has right after the one it follows there. */
export function mergedOrder(first: Iterable<string>, second: Iterable<string>): string[] {
  const known = new Set(first);
  const following = new Map<string | null, string[]>();
  let before: string | null = null;
  for (const name of second) {
    if (known.has(name)) {
      before = name;
      continue;
    }
    // Members may name tens of thousands of options: nothing here may take the square of that.
    const after = following.get(before);
    if (after === undefined) following.set(before, [name]);
    else after.push(name);
  }
  return [null, ...known].flatMap((name) => [...(name === null ? [] : [name]), ...(following.get(name) ?? [])]);
}
