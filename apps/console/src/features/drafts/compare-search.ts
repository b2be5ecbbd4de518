/** A version by its number, or the draft. */
type Compared = number | 'draft';

export interface CompareSearch {
  from?: Compared;
  to?: Compared;
}

const comparedOf = (value: unknown): Compared | undefined =>
  value === 'draft' || (typeof value === 'number' && Number.isInteger(value) && value > 0) ? value : undefined;

/** Which two contents an address compares; anything that is neither a version nor the draft counts as not chosen. */
export function compareSearchOf(search: Record<string, unknown>): CompareSearch {
  const [from, to] = [comparedOf(search.from), comparedOf(search.to)];
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
