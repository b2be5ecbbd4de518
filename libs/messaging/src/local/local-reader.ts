import type { BusLogger } from '../bus-logger.ts';
import { backoff } from '../pause.ts';
import { Interrupted, type ConsumerGroup } from '../transport.ts';
import { WakeUp } from '../wake-up.ts';
import type { LocalLog } from './local-log.ts';

const AT_ONCE = 100;
const ASK_AGAIN_MS = 200;

/** Reads one topic for one group, while no other process does. */
export class LocalReader {
  private readonly stopping = new AbortController();
  private readonly bell = new WakeUp();
  private readonly name: string;
  private running: Promise<void> | undefined;
  private active = false;
  joined = false;

  constructor(
    private readonly log: LocalLog,
    private readonly group: ConsumerGroup,
    readonly topic: string,
    private readonly logger: BusLogger,
  ) {
    this.name = `${group.name}/${topic}`;
  }

  /** It is this one of all processes. */
  get reads(): boolean {
    return this.active;
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.running;
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopped;) {
      try {
        this.active = await this.log.locks.take(this.name);
        this.joined = true;
        if (this.active) await this.readOn(() => (failures = 0));
        else await this.bell.wait(ASK_AGAIN_MS);
      } catch (error) {
        failures += 1;
        this.logger.warn(
          { err: error, group: this.group.name, topic: this.topic, failures },
          'cannot read the local log',
        );
        if (!this.stopped) await this.bell.wait(backoff(failures));
      } finally {
        if (this.active) await this.log.locks.give(this.name).catch(() => undefined);
        this.active = false;
      }
    }
  }

  private async readOn(progress: () => void): Promise<void> {
    let position = await this.log.position(this.group.name, this.topic);
    while (this.mayGoOn()) {
      const end = this.log.watch.end(this.topic);
      const records = await this.log.read(this.topic, position, AT_ONCE);
      progress();
      const before = position;
      for (const record of records) {
        if (!this.mayGoOn() || !(await this.handle(record))) break;
        position = record.offset;
      }
      if (position !== before) await this.log.setPosition(this.group.name, this.topic, position);
      if (records.length === 0) await this.log.watch.beyond(this.topic, end, this.bell);
    }
  }

  private mayGoOn(): boolean {
    return !this.stopped && this.log.locks.holds(this.name);
  }

  private async handle(record: Parameters<ConsumerGroup['handle']>[0]): Promise<boolean> {
    try {
      await this.group.handle(record, { heartbeat: () => Promise.resolve(), signal: this.stopping.signal });
      return true;
    } catch (error) {
      if (error instanceof Interrupted) return false;
      throw error;
    }
  }
}
