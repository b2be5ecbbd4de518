const tabs = ['to-review', 'mine', 'open', 'closed'] as const;
export type Tab = (typeof tabs)[number];

/** What of the inbox is shown, as it stands in the address. */
export interface InboxSearch {
  tab?: Tab;
  kind?: 'model' | 'sync';
  sourceId?: string;
  destinationId?: string;
  q?: string;
}

export type InboxFilter = Exclude<keyof InboxSearch, 'tab'>;
export type ChangedSearch = { [Key in keyof InboxSearch]?: InboxSearch[Key] | undefined };

const id = /^[0-9a-f-]{36}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && id.test(value);

/** Reads the address; what makes no sense there is left out, and so is what goes without saying. */
export function inboxSearchOf({ tab, kind, sourceId, destinationId, q }: Record<string, unknown>): InboxSearch {
  const known = tabs.find((name) => name === tab && name !== 'to-review');
  return {
    ...(known && { tab: known }),
    ...((kind === 'model' || kind === 'sync') && { kind }),
    ...(isId(sourceId) && { sourceId }),
    ...(isId(destinationId) && { destinationId }),
    // The router reads a number out of an address that says ?q=12.
    ...((typeof q === 'string' || typeof q === 'number') && String(q) !== '' && { q: String(q).slice(0, 200) }),
  };
}

const filters: InboxFilter[] = ['kind', 'sourceId', 'destinationId', 'q'];

export const isFiltered = (search: InboxSearch): boolean => filters.some((filter) => search[filter] !== undefined);

export const withoutFilters: ChangedSearch = Object.fromEntries(filters.map((filter) => [filter, undefined]));

export { tabs };
