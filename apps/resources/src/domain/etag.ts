/**
 * What a member saw of a resource, as they name it in `If-Match`: `3.17`. The number before the dot is that of its metadata, which an
 * edit of them is held against, whatever else happens to the resource. To delete it takes the whole, so that nothing goes unseen.
 */
import { DomainError } from '@imprimatur/kernel';
import type { Metadata, Resource } from './resource.ts';

type Tagged = Pick<Resource, 'metadataVersion' | 'seq'>;

export const etagOf = ({ metadataVersion, seq }: Tagged): string => `${metadataVersion}.${seq}`;

/** Throws `metadata.stale` unless name, description and labels are those the member saw. */
export function assertMetadataSeen(
  { metadataVersion, name, description, labels }: Tagged & Metadata,
  seen: string,
): void {
  if (seen.split('.', 1)[0] === String(metadataVersion)) return;
  throw new DomainError('stale', 'metadata.stale', 'Somebody changed it in the meantime.', {
    details: { metadataVersion, name, description, labels },
  });
}

/** Throws `resource.stale` unless the member saw everything there is: name, draft and published version. */
export function assertAllSeen(resource: Tagged, seen: string): void {
  const etag = etagOf(resource);
  if (seen === etag) return;
  throw new DomainError('stale', 'resource.stale', 'Somebody changed or published it in the meantime. Look again.', {
    details: { etag },
  });
}
