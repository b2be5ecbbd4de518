const tabs = ['to-review', 'mine', 'open', 'closed'] as const;
export type Tab = (typeof tabs)[number];

/** What of the inbox is shown, as it stands in the address. */
export interface InboxSearch {
  tab?: Tab;
  kind?: 'model' | 'sync';
  q?: string;
}

/** Reads the address; what makes no sense there is left out, and so is what goes without saying. */
export function inboxSearchOf({ tab, kind, q }: Record<string, unknown>): InboxSearch {
  const known = tabs.find((name) => name === tab && name !== 'to-review');
  return {
    ...(known && { tab: known }),
    ...((kind === 'model' || kind === 'sync') && { kind }),
    // The router reads a number out of an address that says ?q=12.
    ...((typeof q === 'string' || typeof q === 'number') && String(q) !== '' && { q: String(q).slice(0, 200) }),
  };
}

export { tabs };
