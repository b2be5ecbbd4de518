import type { Governed } from '../model/governed.ts';
import type { Snapshot } from './snapshot.ts';

/** What the product would give clients to name in If-Match. */
export function readTags(governed: Governed, { resources, approvals }: Snapshot): void {
  const tags = new Map([
    ...resources.resources.map(({ id, metadataVersion, seq }) => [id, `${metadataVersion}.${seq}`] as const),
    ...approvals.requests.map(({ id, itemsHash }) => [id, itemsHash] as const),
  ]);
  for (const [name, id] of governed.ids) {
    const tag = tags.get(id);
    if (tag !== undefined) governed.tags.set(name, tag);
  }
}
