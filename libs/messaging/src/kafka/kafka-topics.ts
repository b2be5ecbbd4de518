import type { Topic } from '@imprimatur/contracts';
import kafkajs, { type Admin, type ITopicMetadata } from 'kafkajs';
import type { KafkaBusConfig } from '../bus-config.ts';
import type { BusLogger } from '../bus-logger.ts';
import { pause } from '../pause.ts';
import { kafkaClient } from './kafka-client.ts';

const RETENTION_MS = String(14 * 24 * 60 * 60 * 1_000);
const REPLICAS = 3;
const LEADERS_MS = 30_000;

const isLed = ({ partitions }: ITopicMetadata): boolean => partitions.every(({ leader }) => leader >= 0);

const settingsOf = (topic: Topic): Record<string, string> =>
  topic.kept === 'compacted'
    ? { 'cleanup.policy': 'compact' }
    : { 'cleanup.policy': 'delete', 'retention.ms': RETENTION_MS };

/** The topics of a broker, as an administrator sees them. */
export class KafkaTopics {
  private readonly admin: Admin;

  constructor(
    private readonly config: KafkaBusConfig,
    logger: BusLogger,
  ) {
    this.admin = kafkaClient(config, 'topics', logger).admin();
  }

  connect(): Promise<void> {
    return this.admin.connect();
  }

  disconnect(): Promise<void> {
    return this.admin.disconnect();
  }

  nameOf(topic: Topic): string {
    return `${this.config.topicPrefix ?? ''}${topic.name}`;
  }

  async existing(): Promise<Set<string>> {
    return new Set(await this.admin.listTopics());
  }

  async create(topics: readonly Topic[]): Promise<void> {
    const { brokers } = await this.admin.describeCluster();
    await this.admin.createTopics({
      waitForLeaders: false,
      topics: topics.map((topic) => ({
        topic: this.nameOf(topic),
        numPartitions: topic.partitions,
        replicationFactor: Math.min(REPLICAS, brokers.length),
        configEntries: Object.entries(settingsOf(topic)).map(([name, value]) => ({ name, value })),
      })),
    });
  }

  /** kafkajs waits for leaders too, but gives up on a broker that has not heard of the topic yet. */
  private async untilLed(names: string[]): Promise<void> {
    const deadline = AbortSignal.timeout(LEADERS_MS);
    for (;;) {
      try {
        const { topics } = await this.admin.fetchTopicMetadata({ topics: names });
        if (topics.every(isLed)) return;
        deadline.throwIfAborted();
      } catch (error) {
        if (deadline.aborted) throw error;
      }
      await pause(100, deadline);
    }
  }

  /** One line each. The number of partitions is fixed from the start: another would send a workspace's records elsewhere. */
  async differences(topics: readonly Topic[]): Promise<string[]> {
    await this.untilLed(topics.map((topic) => this.nameOf(topic)));
    return (await Promise.all(topics.map((topic) => this.differencesOf(topic)))).flat();
  }

  private async differencesOf(topic: Topic): Promise<string[]> {
    const name = this.nameOf(topic);
    const { topics } = await this.admin.fetchTopicMetadata({ topics: [name] });
    const partitions = topics[0]?.partitions.length ?? 0;
    const { resources } = await this.admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name }],
    });
    const actual = new Map(resources[0]?.configEntries.map((entry) => [entry.configName, entry.configValue]));
    const expected = Object.entries({ partitions: String(topic.partitions), ...settingsOf(topic) });
    actual.set('partitions', String(partitions));
    return expected
      .filter(([setting, value]) => actual.get(setting) !== value)
      .map(([setting, value]) => `${name}: ${setting} is ${actual.get(setting)}, not ${value}`);
  }
}
