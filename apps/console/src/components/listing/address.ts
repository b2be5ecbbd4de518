const id = /^[0-9a-f-]{36}$/;
const LONGEST_TEXT = 200;

/** What stands in the address, as far as it can be an id. */
export const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && id.test(value) ? value : undefined;

/** What stands in the address as text; the router reads a number out of `?q=12`. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, LONGEST_TEXT) || undefined
    : undefined;

/** What stands in the address, if it is one of these. */
export const oneOf = <const Known extends string>(known: readonly Known[], value: unknown): Known | undefined =>
  known.find((each) => each === value);

/** Only what is said. */
export const said = <Search extends Record<string, unknown>>(
  search: Search,
): { [Key in keyof Search]?: Exclude<Search[Key], undefined> } =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as never;
