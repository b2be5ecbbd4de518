/** What is searched for, as it stands in the address. */
export interface SearchText {
  q?: string;
}

/** Reads the address; a number there is text as well. */
export const searchTextOf = ({ q }: Record<string, unknown>): SearchText =>
  (typeof q === 'string' || typeof q === 'number') && String(q) !== '' ? { q: String(q).slice(0, 200) } : {};
