import type { components } from '../schema.d.ts';

export type FeedEvent = components['schemas']['FeedEvent'];

/** What was heard of the feed. */
export interface News {
  /** What to go on from. */
  lastEventId: string;
  /** Null where nobody knows what was missed: anything may have changed. */
  events: FeedEvent[] | null;
}

/** `live` hears of everything as it happens, `interrupted` asks every now and then. */
export type LiveStatus = 'connecting' | 'live' | 'interrupted';
