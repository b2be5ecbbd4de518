import type { QueryClient } from '@tanstack/react-query';
import type { FeedEvent, News } from './news.ts';
import { outdatedBy, type Viewer } from './outdated.ts';

/** What comes in a burst is looked at once. */
const GATHER_MS = 80;
/** However much happens, screens are not asked for more often than this. */
const PAUSE_MS = 500;
/** Until the services that keep a copy have heard of it too. */
const SOON_MS = 1_500;

/** Has the screen show what it hears of: fetches what is on screen anew, and the rest when it is next looked at. */
export class Refresher {
  private gathered: FeedEvent[] | null = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly later = new Set<ReturnType<typeof setTimeout>>();
  private lastAt = 0;

  constructor(
    private readonly queries: QueryClient,
    private readonly viewer: () => Viewer,
  ) {}

  hear({ events }: News): void {
    if (events?.length === 0) return;
    this.gathered = events === null || this.gathered === null ? null : [...this.gathered, ...events];
    const wait = Math.max(GATHER_MS, this.lastAt + PAUSE_MS - Date.now());
    this.timer ??= setTimeout(() => this.refresh(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
    for (const timer of this.later) clearTimeout(timer);
  }

  private refresh(): void {
    const events = this.gathered;
    this.timer = undefined;
    this.gathered = [];
    this.lastAt = Date.now();
    const outdated = events === null ? 'everything' : outdatedBy(events, this.viewer());
    if (outdated === 'everything') {
      this.invalidate(() => true);
      this.soon(() => true);
    } else {
      this.invalidate(outdated.isNow);
      this.soon(outdated.isSoon);
    }
  }

  private soon(is: (key: readonly unknown[]) => boolean): void {
    const timer = setTimeout(() => {
      this.later.delete(timer);
      this.invalidate(is);
    }, SOON_MS);
    this.later.add(timer);
  }

  private invalidate(is: (key: readonly unknown[]) => boolean): void {
    void this.queries.invalidateQueries({ predicate: ({ queryKey }) => is(queryKey) });
  }
}
