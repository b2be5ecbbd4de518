import { ProblemError } from '../problem-error.ts';
import type { FeedSource } from './feed-source.ts';
import type { LiveStatus, News } from './news.ts';

export interface FeedListener {
  onNews: (news: News) => void;
  onStatus: (status: LiveStatus) => void;
}

/** How long to wait before trying again, each time it fails; from then on as often as it says it checks. */
const waits = [300, 2_000, 5_000];
const CHECK_MS = 30_000;
/** A stream that says nothing for so long is held back by something on the way. */
const READY_MS = 8_000;

/**
 * Hears of what happens: over a stream where one can be had, else by asking every half minute. Goes on after the event it heard last,
 * so that nothing is missed in between.
 */
export class LiveFeed {
  private close: () => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isStopped = false;
  private isConnecting = false;

  constructor(
    private readonly source: FeedSource,
    private readonly listener: FeedListener,
    private lastEventId: string | null = null,
  ) {}

  start(): void {
    this.listener.onStatus('connecting');
    if (this.lastEventId === null) this.open();
    else this.reconnect();
  }

  stop(): void {
    this.isStopped = true;
    this.quit();
  }

  /** Something says that it may work again, or that it may have broken unnoticed: looks what was missed, and opens another stream. */
  reconnect(): void {
    if (this.isConnecting || this.isStopped) return;
    this.quit();
    this.isConnecting = true;
    void this.catchUp().finally(() => (this.isConnecting = false));
  }

  /** Nothing can be reached for now, as the browser knows. */
  interrupt(): void {
    this.failures = waits.length;
    this.fail();
  }

  private async catchUp(): Promise<void> {
    try {
      this.hear(await this.source.missed(this.lastEventId));
    } catch (error) {
      // Who is not signed in any more is asked to, and then it goes on.
      if (error instanceof ProblemError && error.isNotSignedIn) this.listener.onStatus('interrupted');
      else this.fail();
      return;
    }
    if (!this.isStopped) this.open();
  }

  private open(): void {
    this.close = this.source.open(this.lastEventId, {
      onReady: (lastEventId) => {
        clearTimeout(this.timer);
        this.failures = 0;
        this.lastEventId = lastEventId;
        this.listener.onStatus('live');
      },
      onNews: (news) => this.hear(news),
      onOver: () => this.fail(),
    });
    this.timer = setTimeout(() => this.fail(), READY_MS);
  }

  private hear(news: News): void {
    if (this.isStopped) return;
    this.lastEventId = news.lastEventId;
    this.listener.onNews(news);
  }

  private fail(): void {
    this.quit();
    if (this.isStopped) return;
    const wait = waits[this.failures] ?? CHECK_MS;
    if (this.failures >= waits.length) this.listener.onStatus('interrupted');
    this.failures += 1;
    this.timer = setTimeout(() => this.reconnect(), wait);
  }

  private quit(): void {
    clearTimeout(this.timer);
    this.close();
  }
}
