import type { BusLogger } from '../bus-logger.ts';
import type { Consumer, ConsumerGroup } from '../transport.ts';
import type { LocalLog } from './local-log.ts';
import { LocalReader } from './local-reader.ts';

/** A group of the local transport: one independent reader a topic. */
export class LocalConsumer implements Consumer {
  private readonly readers: LocalReader[];

  constructor(log: LocalLog, group: ConsumerGroup, logger: BusLogger) {
    this.readers = group.topics.map((topic) => new LocalReader(log, group, topic.name, logger));
  }

  start(): void {
    for (const reader of this.readers) reader.start();
  }

  get joined(): boolean {
    return this.readers.every((reader) => reader.joined);
  }

  assigned(): { topic: string; partition: number }[] {
    return this.readers.filter((reader) => reader.reads).map(({ topic }) => ({ topic, partition: 0 }));
  }

  async stop(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.stop()));
  }
}
