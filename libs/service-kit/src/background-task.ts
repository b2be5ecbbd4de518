import { isTransient } from '@imprimatur/messaging';
import type { Logger } from './logger.ts';

/** Work of a service that no request asks for. Started when the service starts, stopped before anything else at shutdown. */
export abstract class BackgroundTask {
  abstract start(): void | Promise<void>;
  abstract stop(): Promise<void>;
  /** Ends the answers that it keeps open: nothing more is accepted, and nobody waits for them. */
  hangUp(): void {}
}

/**
 * Runs `work` again and again, one at a time, `everyMs` after the last ended. A failure is logged and the next round goes on; what holds
 * it up for a while, a database that is away say, is logged when it begins and when it is over.
 */
export class Repeating extends BackgroundTask {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = true;
  private isHeldUp = false;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
    private readonly logger: Logger,
  ) {
    super();
  }

  start(): void {
    this.stopped = false;
    this.schedule(0);
  }

  /** Runs as soon as possible: at once, or right after the round under way. */
  nudge(): void {
    if (this.running === undefined) this.schedule(0);
    else this.again = true;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round();
    }, delayMs);
  }

  private async round(): Promise<void> {
    this.again = false;
    try {
      await this.work();
      if (this.isHeldUp) this.logger.info({ task: this.name }, 'background work goes on again');
      this.isHeldUp = false;
    } catch (error) {
      this.say(error);
    } finally {
      this.running = undefined;
      this.schedule(this.again ? 0 : this.everyMs);
    }
  }

  private say(error: unknown): void {
    const passes = isTransient(error);
    if (passes && this.isHeldUp) return;
    this.isHeldUp = passes;
    const fields = { err: error, task: this.name };
    this.logger[passes ? 'warn' : 'error'](fields, 'a round of background work failed; the next one tries again');
  }
}
