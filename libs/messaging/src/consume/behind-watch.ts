import type { BusLogger } from '../bus-logger.ts';
import { pause } from '../pause.ts';
import { FRESH_SECONDS, type BeatAge, type Freshness } from './freshness.ts';

const EVERY_MS = 1_000;

/** Says once when the service starts to be behind the others, and once when it has caught up. */
export class BehindWatch {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private isBehind = false;

  constructor(
    private readonly freshness: Pick<Freshness, 'beatAges'>,
    private readonly logger: BusLogger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Writes to the log if what is seen now differs from what was seen before. */
  async look(): Promise<void> {
    const behind = (await this.freshness.beatAges()).filter(({ seconds }) => seconds > FRESH_SECONDS);
    if (behind.length > 0 === this.isBehind) return;
    this.isBehind = behind.length > 0;
    if (this.isBehind)
      this.logger.warn(
        { behind: behind.map(readable) },
        'behind the other services: what needs confirmed rights is refused until it has caught up',
      );
    else this.logger.info({}, 'caught up with the other services');
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    // A service that has just started has had no time yet to catch up.
    for (await pause(FRESH_SECONDS * 1_000, signal); !signal.aborted; await pause(EVERY_MS, signal)) {
      try {
        await this.look();
      } catch (error) {
        // Nothing is known of beats without the database, whose absence others report; the next look tells.
        this.logger.debug({ err: error }, 'the age of beats could not be read');
      }
    }
  }
}

/** JSON has no infinity. */
const readable = ({ seconds, ...place }: BeatAge): object => ({
  ...place,
  ageSeconds: Number.isFinite(seconds) ? Math.round(seconds) : 'never read',
});
