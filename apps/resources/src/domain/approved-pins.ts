/**
 * What an approval is good for: exactly its **pins**, all of them or none, as long as the drafts they name are in review for that
 * request. A consumer never judges who approved; it only refuses to publish anything else than what was approved.
 */
import type { ItemRefusal, Pin } from '@imprimatur/contracts';
import { isStale, type Resource } from './resource.ts';
import type { Drafted } from './submission.ts';

const messages = {
  'draft.not-in-review': 'It is not in review for this request.',
  'draft.not-approved': 'It is in review for this request but is not among what was approved.',
  'draft.changed': 'What was approved is not what is in review.',
  'draft.stale': 'A newer version was published since its draft was started.',
} as const;
type RefusalCode = keyof typeof messages;

/** The drafts to publish, or a reason for every item that stands in the way. `inReview` are all resources in review for the request. */
export function judgePins(
  requestId: string,
  pins: readonly Pin[],
  inReview: readonly Resource[],
): { publish: Drafted[] } | { refuse: ItemRefusal[] } {
  const pinned = new Map(pins.map((pin) => [pin.resourceId, pin]));
  const found = new Map(inReview.map((resource) => [resource.id, resource]));
  const refusals = [
    ...pins.map((pin) => refusal(pin.resourceId, pin.kind, whyNot(requestId, pin, found.get(pin.resourceId)))),
    ...inReview.filter(({ id }) => !pinned.has(id)).map(({ id, kind }) => refusal(id, kind, 'draft.not-approved')),
  ].filter((item) => item !== null);
  if (refusals.length > 0) return { refuse: refusals };
  return { publish: [...pinned.keys()].map((id) => found.get(id) as Drafted) };
}

function whyNot(requestId: string, pin: Pin, resource: Resource | undefined): RefusalCode | null {
  const draft = resource?.draft;
  if (resource === undefined || draft == null || draft.requestId !== requestId) return 'draft.not-in-review';
  const same =
    resource.kind === pin.kind &&
    draft.revision === pin.revision &&
    draft.contentHash === pin.contentHash &&
    draft.baseVersion === pin.baseVersion;
  if (!same) return 'draft.changed';
  return isStale(resource, draft) ? 'draft.stale' : null;
}

const refusal = (resourceId: string, kind: Pin['kind'], code: RefusalCode | null): ItemRefusal | null =>
  code === null ? null : { resourceId, kind, code, message: messages[code] };
