import { hears, type Listener } from '../../domain/feed-entry.ts';
import type { FeedRow } from '../../persistence/feed.view.ts';
import type { FeedEvent } from './stream.dto.ts';

/** Judged on the rights of now: for whom it was, and whom what it belongs to is for by now. */
export function isFor({ audience, belongs, presentAudience }: FeedRow, listener: Listener): boolean {
  if (!hears(listener, audience)) return false;
  return !belongs || (presentAudience !== null && hears(listener, presentAudience));
}

export function eventOf({ type, resourceId, version }: FeedRow): FeedEvent {
  return { type, id: resourceId, ...(version !== null && { version }) };
}
