import type { FeedEvent } from './stream.dto.ts';

/** How long a browser waits before it connects again. */
const RETRY_MS = 3_000;

/** What a server-sent event stream consists of. Ids are those of the feed, so `Last-Event-ID` says where to go on. */
export const eventText = {
  /** The stream is open, and what happens from here on will be in it. */
  ready: (position: string): string => `retry: ${RETRY_MS}\nevent: ready\nid: ${position}\ndata: {}\n\n`,
  /** Nobody knows any more what was missed: anything may have changed. */
  reset: (position: string): string => `event: reset\nid: ${position}\ndata: {}\n\n`,
  change: (position: string, event: FeedEvent): string => `id: ${position}\ndata: ${JSON.stringify(event)}\n\n`,
  /** Keeps proxies from thinking that nobody is there. */
  heartbeat: ': \n\n',
  /** The token has expired or was ended: whoever still has a session opens another stream. */
  end: 'event: end\ndata: {}\n\n',
};
