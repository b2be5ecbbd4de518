import { answerOf, api } from '../client.ts';
import type { FeedEvent, News } from './news.ts';

export interface StreamHandlers {
  /** Open, from here on. */
  onReady: (lastEventId: string) => void;
  onNews: (news: News) => void;
  /** It broke, or could not be opened, or the server ended it. */
  onOver: () => void;
}

/** Where news come from. */
export interface FeedSource {
  /** Opens a stream after this event; returns how to close it. */
  open: (lastEventId: string | null, handlers: StreamHandlers) => () => void;
  /** What came after this event. Renews the session where it has to. */
  missed: (lastEventId: string | null) => Promise<News>;
}

export const feedSource: FeedSource = {
  open(lastEventId, { onReady, onNews, onOver }) {
    const source = new EventSource(addressAfter(lastEventId));
    const over = (): void => {
      source.close();
      onOver();
    };
    source.addEventListener('ready', (event) => onReady(event.lastEventId));
    source.addEventListener('reset', (event) => onNews({ lastEventId: event.lastEventId, events: null }));
    source.addEventListener('message', (event: MessageEvent<string>) =>
      onNews({ lastEventId: event.lastEventId, events: [JSON.parse(event.data) as FeedEvent] }),
    );
    source.addEventListener('end', over);
    source.addEventListener('error', over);
    return () => source.close();
  },

  async missed(lastEventId) {
    const query = lastEventId === null ? {} : { lastEventId };
    const missed = await answerOf(api.GET('/api/v1/stream', { params: { query } }));
    return { lastEventId: missed.lastEventId, events: missed.isWhole ? missed.events : null };
  },
};

const addressAfter = (lastEventId: string | null): string =>
  lastEventId === null ? '/api/v1/stream' : `/api/v1/stream?lastEventId=${lastEventId}`;
