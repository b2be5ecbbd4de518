import type { DataSource } from 'typeorm';
import type { BusLogger } from '../bus-logger.ts';
import { pause } from '../pause.ts';
import type { Transport } from '../transport.ts';
import { deleteExpired } from './retention.ts';

const EVERY_MS = 600_000;

/** Deletes what is past its time, every ten minutes. */
export class Housekeeping {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transport: Transport,
    private readonly logger: BusLogger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (await pause(EVERY_MS, signal); !signal.aborted; await pause(EVERY_MS, signal)) {
      try {
        await deleteExpired(this.dataSource);
        await this.transport.clean();
      } catch (error) {
        this.logger.warn({ err: error }, 'what is past its time could not be deleted; the next round tries again');
      }
    }
  }
}
