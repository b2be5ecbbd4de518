import type { Consumer as KafkaJsConsumer, ConsumerCrashEvent, EachBatchPayload, IHeaders, Kafka } from 'kafkajs';
import type { BusLogger } from '../bus-logger.ts';
import { backoff, pause } from '../pause.ts';
import { isTransient } from '../transient.ts';
import { Interrupted, type Consumer, type ConsumerGroup, type IncomingRecord } from '../transport.ts';

/** A consumer group of kafkajs that comes back for as long as it takes. */
export class KafkaConsumer implements Consumer {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private assignment: { topic: string; partition: number }[] = [];
  joined = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly group: ConsumerGroup,
    private readonly prefix: string,
    private readonly logger: BusLogger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  assigned(): { topic: string; partition: number }[] {
    return this.assignment;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let failures = 1; !this.stopping.signal.aborted; failures += 1) {
      const error = await this.consume(() => (failures = 0)).catch((caught: unknown) => caught);
      if (error === undefined) return;
      if (!isTransient(error)) return this.group.crashed(new Error('The consumer ended for good.', { cause: error }));
      this.lostItsBroker(error);
      await pause(backoff(failures + 1), this.stopping.signal);
    }
  }

  /** Until it is stopped, or kafkajs gives up with the error that is returned. */
  private async consume(progress: () => void): Promise<unknown> {
    const consumer = this.kafka.consumer({
      groupId: `${this.prefix}${this.group.name}`,
      sessionTimeout: 10_000,
      rebalanceTimeout: 30_000,
      heartbeatInterval: 3_000,
      maxWaitTimeInMs: 50,
      minBytes: 1,
      maxBytesPerPartition: 1_048_576,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 8 },
    });
    const ended = this.untilItEnds(consumer, progress);
    try {
      await consumer.connect();
      await consumer.subscribe({
        topics: this.group.topics.map(({ name }) => `${this.prefix}${name}`),
        fromBeginning: true,
      });
      await consumer.run({
        eachBatchAutoResolve: false,
        autoCommitInterval: 1_000,
        partitionsConsumedConcurrently: this.group.concurrency,
        eachBatch: (payload) => this.eachBatch(payload),
      });
      return await ended;
    } finally {
      this.assignment = [];
      await consumer.disconnect();
    }
  }

  private untilItEnds(consumer: KafkaJsConsumer, progress: () => void): Promise<Error | undefined> {
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.assignment = Object.entries(payload.memberAssignment).flatMap(([topic, partitions]) =>
        partitions.map((partition) => ({ topic: this.unprefixed(topic), partition })),
      );
      this.joined = true;
      progress();
    });
    return new Promise((resolve) => {
      this.stopping.signal.addEventListener('abort', () => resolve(undefined), { once: true });
      consumer.on(consumer.events.CRASH, ({ payload }: ConsumerCrashEvent) => {
        if (payload.restart) this.lostItsBroker(payload.error);
        else resolve(payload.error);
      });
    });
  }

  private lostItsBroker(error: unknown): void {
    // A broker that has just started says so to everybody who joins, and is not lost.
    if (!this.joined && isLoading(error)) this.logger.debug({ group: this.group.name }, 'the coordinator still loads');
    else this.logger.warn({ err: error, group: this.group.name }, 'the consumer lost its broker and comes back');
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, resolveOffset, commitOffsetsIfNecessary } = payload;
    const lifeline = { heartbeat, signal: this.stopping.signal };
    for (const message of batch.messages) {
      if (this.stopping.signal.aborted || !payload.isRunning() || payload.isStale()) return;
      try {
        await this.group.handle(this.incoming(batch.topic, batch.partition, message), lifeline);
      } catch (error) {
        if (error instanceof Interrupted) return;
        throw error;
      }
      resolveOffset(message.offset);
      await heartbeat();
      await commitOffsetsIfNecessary();
    }
  }

  private incoming(
    topic: string,
    partition: number,
    message: EachBatchPayload['batch']['messages'][number],
  ): IncomingRecord {
    return {
      topic: this.unprefixed(topic),
      partition,
      offset: message.offset,
      key: message.key?.toString() ?? null,
      headers: textHeaders(message.headers),
      value: message.value,
    };
  }

  private unprefixed(topic: string): string {
    return topic.slice(this.prefix.length);
  }
}

const isLoading = (error: unknown): boolean => (error as { type?: unknown } | null)?.type === 'GROUP_LOAD_IN_PROGRESS';

const textHeaders = (headers: IHeaders = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, [value].flat().join()]),
  );
