import type { JudgedItem } from '@imprimatur/abilities';
import type { RequestItem } from '@imprimatur/contracts';
import { canonicalJson, contentHash } from '@imprimatur/kernel';

// What rights on a request are judged by: the kinds and ends of its items, without the items. Few of them are shared by many requests, so
// a list of requests is judged footprint by footprint.

export interface Footprint {
  id: string;
  items: JudgedItem[];
}

/** The footprint of a request, each kind of item once, and a key that it shares with its equals and with no other. */
export function footprintOf(
  items: readonly Pick<RequestItem, 'kind' | 'ends'>[],
): Omit<Footprint, 'id'> & { key: string } {
  const byText = new Map(items.map(judgedOf).map((item) => [canonicalJson(item), item]));
  const judged = [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  return { items: judged, key: contentHash(judged) };
}

const judgedOf = ({ kind, ends }: Pick<RequestItem, 'kind' | 'ends'>): JudgedItem => ({
  kind,
  ends: ends.map(({ sourceId, destinationId }) => ({ sourceId, destinationId })),
});
