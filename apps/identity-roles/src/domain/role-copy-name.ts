const MAX_LENGTH = 200;

/** The first name for a copy that is not taken, `Analyst copy`, `Analyst copy 2`, …; names differ whatever their case. */
export function nameForCopy(original: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? ' copy' : ` copy ${n}`;
    const name = `${original.slice(0, MAX_LENGTH - suffix.length).toWellFormed()}${suffix}`;
    if (!lower.has(name.toLowerCase())) return name;
  }
}
