import { feedSource } from './feed-source.ts';
import { LiveFeed, type FeedListener } from './live-feed.ts';
import type { LiveStatus, News } from './news.ts';

type Message =
  { is: 'news'; news: News } | { is: 'status'; status: LiveStatus } | { is: 'anybody there' } | { is: 'go on' };

/** How long a tab may lie in the dark before its stream is not trusted any more. */
const DARK_MS = 60_000;

/**
 * One stream for all tabs of a member: browsers open six connections to a place at most. The tab that holds the lock has it and tells the
 * others; when it goes, the next one goes on after what was heard last. Where there are no locks each tab has its own.
 */
export function shareFeed(name: string, listener: FeedListener): { stop: () => void; goOn: () => void } {
  const channel = new BroadcastChannel(`imprimatur.live ${name}`);
  const stopping = new AbortController();
  const { signal } = stopping;
  let feed: LiveFeed | undefined;
  let lastEventId: string | null = null;
  let lastStatus: LiveStatus = 'connecting';

  const tell = (message: Message): void => channel.postMessage(message);
  const hearNews = (news: News): void => {
    lastEventId = news.lastEventId;
    listener.onNews(news);
  };
  const hearStatus = (status: LiveStatus): void => {
    lastStatus = status;
    listener.onStatus(status);
  };
  const goOn = (): void => {
    if (lastStatus === 'interrupted') feed?.reconnect();
  };
  const lead = (): void => {
    const telling: FeedListener = {
      onNews: (news) => {
        hearNews(news);
        tell({ is: 'news', news });
      },
      onStatus: (status) => {
        hearStatus(status);
        tell({ is: 'status', status });
      },
    };
    feed = new LiveFeed(feedSource, telling, lastEventId);
    feed.start();
    followWindow(feed, signal);
  };

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.is === 'news') hearNews(data.news);
    else if (data.is === 'status') hearStatus(data.status);
    else if (data.is === 'go on') goOn();
    else if (feed !== undefined) tell({ is: 'status', status: lastStatus });
  });
  tell({ is: 'anybody there' });
  leadWhenFree(`imprimatur.live ${name}`, lead, signal);
  return {
    stop: () => {
      stopping.abort();
      feed?.stop();
      channel.close();
    },
    goOn: () => {
      goOn();
      tell({ is: 'go on' });
    },
  };
}

function leadWhenFree(name: string, lead: () => void, signal: AbortSignal): void {
  if (!('locks' in navigator)) return lead();
  const untilStopped = async (): Promise<void> => {
    lead();
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  };
  // Stopping while others hold the lock ends the wait for it.
  navigator.locks.request(name, { signal }, untilStopped).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** What the browser knows of the network, and of sleep. */
function followWindow(feed: LiveFeed, signal: AbortSignal): void {
  let darkSince = 0;
  window.addEventListener('online', () => feed.reconnect(), { signal });
  window.addEventListener('offline', () => feed.interrupt(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) darkSince = Date.now();
      else if (Date.now() - darkSince > DARK_MS) feed.reconnect();
    },
    { signal },
  );
}
