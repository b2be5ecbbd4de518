import type { Pool } from 'pg';
import { WakeUp } from '../wake-up.ts';

const POLL_MS = 100;

/** Tells the readers of this process what there is to read: at once what it appended itself, after a poll what others did. */
export class LogWatch {
  private readonly last = new Map<string, bigint>();
  private readonly waiting = new Map<string, Set<WakeUp>>();
  private readonly wakeUp = new WakeUp();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly pool: Pool) {}

  appended(topic: string, offset: string): void {
    if (BigInt(offset) <= this.end(topic)) return;
    this.last.set(topic, BigInt(offset));
    for (const waiter of this.waiting.get(topic) ?? []) waiter.ring();
  }

  /** The last offset known of. */
  end(topic: string): bigint {
    return this.last.get(topic) ?? 0n;
  }

  /** Resolves when the topic has grown beyond `end`, or `bell` is rung. */
  async beyond(topic: string, end: bigint, bell: WakeUp): Promise<void> {
    if (this.end(topic) > end) return;
    this.running ??= this.poll();
    const waiters = this.waiting.get(topic) ?? new Set();
    this.waiting.set(topic, waiters.add(bell));
    await bell.wait(POLL_MS * 10);
    waiters.delete(bell);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp.ring();
    await this.running;
  }

  private async poll(): Promise<void> {
    while (!this.stopped) {
      try {
        const { rows } = await this.pool.query<{ name: string; last_offset: string }>(
          'select name, last_offset from topic',
        );
        for (const row of rows) this.appended(row.name, row.last_offset);
      } catch {
        // The readers meet the same failure on their own connections, and report it.
      }
      await this.wakeUp.wait(POLL_MS);
    }
  }
}
