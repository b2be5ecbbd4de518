import type { DataSource } from 'typeorm';
import type { BusLogger } from '../bus-logger.ts';

const FLUSH_MS = 250;

/** The beats one projection group has read, written down a few times a second whatever the number of partitions. */
export class BeatBook {
  private unwritten = new Map<string, { topic: string; partition: number; at: Date }>();
  private readonly seen = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly group: string,
    private readonly logger: BusLogger,
  ) {}

  note(topic: string, partition: number, at: Date): void {
    const place = `${topic}/${partition}`;
    this.unwritten.set(place, { topic, partition, at });
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.writing = this.write();
    }, FLUSH_MS);
  }

  /** Whether a beat of this partition was written down since the start. */
  hasSeen(topic: string, partition: number): boolean {
    return this.seen.has(`${topic}/${partition}`);
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.writing;
    await this.write();
  }

  private async write(): Promise<void> {
    const beats = this.unwritten;
    if (beats.size === 0) return;
    this.unwritten = new Map();
    const all = [...beats.values()];
    try {
      await this.dataSource.query(
        `insert into projection_beat (group_name, topic, partition, at)
         select $1, * from unnest($2::text[], $3::int[], $4::timestamptz[])
         on conflict (group_name, topic, partition) do update set at = greatest(projection_beat.at, excluded.at)`,
        [this.group, all.map((b) => b.topic), all.map((b) => b.partition), all.map((b) => b.at)],
      );
      for (const place of beats.keys()) this.seen.add(place);
    } catch (error) {
      // Nothing is lost but freshness: the next beat says more than this one.
      this.logger.warn({ err: error, group: this.group }, 'beats could not be written down');
    }
  }
}
