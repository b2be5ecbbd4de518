import type { DataSource } from 'typeorm';
import type { BusHealth } from '../bus-health.ts';
import type { BusLogger } from '../bus-logger.ts';
import type { BusMetrics } from '../bus-metrics.ts';
import type { Consumer, Transport } from '../transport.ts';
import { BeatBook } from './beat-book.ts';
import { topicsOf, type Group } from './group.ts';
import { Pipeline } from './pipeline.ts';
import { Retrier } from './retrier.ts';

export interface ConsumersOptions {
  dataSource: DataSource;
  transport: Transport;
  committed(): void;
  logger: BusLogger;
  metrics: BusMetrics;
}

interface Running {
  group: Group;
  consumer: Consumer;
  beats: BeatBook;
}

/** All groups of a service. */
export class Consumers {
  private started = false;
  private running: Running[] = [];
  private retrier: Retrier | undefined;
  private stopping: Promise<void> | undefined;
  private crashed: Error | null = null;
  private beatsSeen = false;
  private readonly listeners: ((error: Error) => void)[] = [];

  constructor(private readonly options: ConsumersOptions) {}

  start(groups: readonly Group[]): void {
    this.started = true;
    this.running = groups.map((group) => this.consume(group));
    this.retrier = new Retrier({ ...this.options, groups });
    for (const { consumer } of this.running) consumer.start();
    this.retrier.start();
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  health(): BusHealth {
    const joined = this.started && this.running.every(({ consumer }) => consumer.joined);
    this.beatsSeen ||= joined && this.running.every(hasSeenBeats);
    return { joined, beatsSeen: this.beatsSeen, crashed: this.crashed?.message ?? null };
  }

  onCrash(listener: (error: Error) => void): void {
    this.listeners.push(listener);
    if (this.crashed) listener(this.crashed);
  }

  private async end(): Promise<void> {
    await Promise.all([this.retrier?.stop(), ...this.running.map(({ consumer }) => consumer.stop())]);
    await Promise.all(this.running.map(({ beats }) => beats.close()));
  }

  private consume(group: Group): Running {
    const beats = new BeatBook(this.options.dataSource, group.name, this.options.logger);
    const pipeline = new Pipeline({ ...this.options, group, beats });
    const consumer = this.options.transport.consumer({
      name: group.name,
      topics: topicsOf(group),
      concurrency: Math.max(1, Math.floor(poolSize(this.options.dataSource) / 2)),
      handle: (record, lifeline) => pipeline.handle(record, lifeline),
      crashed: (error) => this.crash(error),
    });
    return { group, consumer, beats };
  }

  private crash(error: Error): void {
    this.crashed ??= error;
    for (const listener of this.listeners) listener(error);
  }
}

const hasSeenBeats = ({ group, consumer, beats }: Running): boolean =>
  group.kind === 'reaction' || consumer.assigned().every(({ topic, partition }) => beats.hasSeen(topic, partition));

function poolSize(dataSource: DataSource): number {
  const { poolSize: size, extra } = dataSource.options as { poolSize?: number; extra?: { max?: number } };
  return size ?? extra?.max ?? 10;
}
