import { jest } from '@jest/globals';
import { ProblemError, type Problem } from '../problem-error.ts';
import type { FeedSource, StreamHandlers } from './feed-source.ts';
import { LiveFeed } from './live-feed.ts';
import type { LiveStatus, News } from './news.ts';

/** A server that a test plays. */
class Played implements FeedSource {
  streams: { after: string | null; isOpen: boolean; handlers: StreamHandlers }[] = [];
  asked: (string | null)[] = [];
  answer: () => Promise<News> = () => Promise.resolve({ lastEventId: '7', events: [] });

  open = (after: string | null, handlers: StreamHandlers): (() => void) => {
    const stream = { after, isOpen: true, handlers };
    this.streams.push(stream);
    return () => (stream.isOpen = false);
  };

  missed = (after: string | null): Promise<News> => {
    this.asked.push(after);
    return this.answer();
  };

  get last() {
    return this.streams.at(-1)!;
  }
}

const failing = (status: number) => () => Promise.reject(new ProblemError({ status, detail: '' } as Problem));

let server: Played;
let statuses: LiveStatus[];
let news: News[];
let feed: LiveFeed;
beforeEach(() => {
  jest.useFakeTimers();
  [server, statuses, news] = [new Played(), [], []];
  feed = new LiveFeed(server, { onNews: (heard) => news.push(heard), onStatus: (status) => statuses.push(status) });
  feed.start();
});
afterEach(() => {
  feed.stop();
  jest.useRealTimers();
});
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

describe('what is heard live', () => {
  it('comes over a stream that goes on where the last one ended', async () => {
    server.last.handlers.onReady('5');
    server.last.handlers.onNews({ lastEventId: '6', events: [{ type: 'models', id: 'one' }] });
    server.last.handlers.onOver();
    await pass(500);
    expect([server.asked, server.streams.map(({ after, isOpen }) => [after, isOpen])]).toEqual([
      ['6'],
      [
        [null, false],
        ['7', true],
      ],
    ]);
    expect([statuses, news.map(({ lastEventId }) => lastEventId)]).toEqual([
      ['connecting', 'live'],
      ['6', '7'],
    ]);
  });

  it('is asked for every half minute when there is no stream, until there is one again', async () => {
    server.last.handlers.onReady('5');
    server.answer = failing(0);
    server.last.handlers.onOver();
    await pass(10_000);
    expect([statuses.at(-1), server.asked.length]).toEqual(['interrupted', 3]);
    await pass(60_000);
    expect(server.asked).toHaveLength(5);
    server.answer = () => Promise.resolve({ lastEventId: '9', events: null });
    await pass(30_000);
    expect([news.at(-1), server.last.after, statuses.at(-1)]).toEqual([
      { lastEventId: '9', events: null },
      '9',
      'interrupted',
    ]);
    server.last.handlers.onReady('9');
    expect(statuses.at(-1)).toBe('live');
  });

  it('is asked for where streams open and say nothing', async () => {
    await pass(180_000);
    expect([statuses.at(-1), server.asked.length > 3]).toEqual(['interrupted', true]);
  });

  it('stops at once when the network is known to be gone, and goes on at once when it is back', async () => {
    server.last.handlers.onReady('5');
    feed.interrupt();
    expect([statuses.at(-1), server.last.isOpen]).toEqual(['interrupted', false]);
    feed.reconnect();
    await pass(0);
    server.last.handlers.onReady('7');
    expect([statuses.at(-1), server.asked]).toEqual(['live', ['5']]);
  });

  it('waits for who is not signed in any more', async () => {
    server.last.handlers.onReady('5');
    server.answer = failing(401);
    server.last.handlers.onOver();
    await pass(120_000);
    expect([statuses.at(-1), server.asked.length]).toEqual(['interrupted', 1]);
    server.answer = () => Promise.resolve({ lastEventId: '7', events: [] });
    feed.reconnect();
    await pass(0);
    expect(server.last.after).toBe('7');
  });

  it('ends', async () => {
    server.last.handlers.onReady('5');
    feed.stop();
    feed.reconnect();
    await pass(60_000);
    expect([server.asked, server.streams.map(({ isOpen }) => isOpen)]).toEqual([[], [false]]);
  });
});
