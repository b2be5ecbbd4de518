import kafkajs, { type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import { RecordRefused, SenderFenced, type OutgoingRecord, type Sender } from '../transport.ts';

/** INVALID_PRODUCER_EPOCH, and PRODUCER_FENCED, which kafkajs has no name for. */
const FENCED = new Set([47, 90]);
/** MESSAGE_TOO_LARGE, RECORD_LIST_TOO_LARGE, INVALID_TIMESTAMP, POLICY_VIOLATION, INVALID_RECORD. */
const REFUSED = new Set([10, 18, 32, 44, 87]);

const COMMON = {
  idempotent: true,
  maxInFlightRequests: 1,
  allowAutoTopicCreation: false,
  createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
};

/**
 * Events go through an idempotent producer, state through a transactional one: compaction keeps the last record sent, so a relay that
 * was replaced must not be able to send.
 */
export class KafkaSender implements Sender {
  private events: Producer | undefined;
  private state: Producer | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly service: string,
    private readonly prefix: string,
  ) {}

  async open(): Promise<void> {
    this.events = this.kafka.producer(COMMON);
    this.state = this.kafka.producer({
      ...COMMON,
      transactionalId: `${this.prefix}${this.service}-state`,
      transactionTimeout: 15_000,
    });
    await Promise.all([this.events.connect(), this.state.connect()]);
    // kafkajs would ask for its epoch, and so fence the others, only at the first send: when the lease may be lost already.
    await (await this.state.transaction()).abort();
  }

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    const topicMessages = this.messages(records);
    const isState = records.some(({ topic }) => topic.kept === 'compacted');
    try {
      await (isState ? this.sendState(topicMessages) : this.opened(this.events).sendBatch({ acks: -1, topicMessages }));
    } catch (error) {
      throw translated(error);
    }
  }

  async close(): Promise<void> {
    const producers = [this.events, this.state];
    this.events = undefined;
    this.state = undefined;
    // A connection that cannot be closed in order is gone already.
    await Promise.allSettled(producers.map(async (producer) => producer?.disconnect()));
  }

  private async sendState(topicMessages: TopicMessages[]): Promise<void> {
    const transaction = await this.opened(this.state).transaction();
    try {
      await transaction.sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      // The one that opens next aborts it as well; doing it here frees the readers sooner.
      await transaction.abort().catch(() => undefined);
      throw error;
    }
    await transaction.commit();
  }

  private opened(producer: Producer | undefined): Producer {
    if (producer === undefined) throw new Error('The sender is not open.');
    return producer;
  }

  private messages(records: readonly OutgoingRecord[]): TopicMessages[] {
    const byTopic = Object.groupBy(records, ({ topic }) => topic.name);
    return Object.entries(byTopic).map(([topic, all]) => ({
      topic: `${this.prefix}${topic}`,
      messages: (all ?? []).map(({ partition, key, headers, value }) => ({ partition, key, headers, value })),
    }));
  }
}

function translated(error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  if (FENCED.has(code)) return new SenderFenced('A later sender of this service was opened.', { cause: error });
  if (REFUSED.has(code)) return new RecordRefused((error as Error).message, { cause: error });
  return error;
}

/** kafkajs wraps what the broker said in what it did about it, and of codes newer than itself leaves only a sentence. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const unnamed = /^Unknown error code (\d+)/.exec(error.message)?.[1];
  if (unnamed !== undefined) return Number(unnamed);
  const { code } = error as { code?: unknown };
  return typeof code === 'number' ? code : codeOf(error.cause);
}
