import { allTopics, type Topic } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import type { BusConfig, KafkaBusConfig } from './bus-config.ts';
import type { BusLogger } from './bus-logger.ts';
import { KafkaTopics } from './kafka/kafka-topics.ts';
import { prepareLocalBus } from './local/prepare-local-bus.ts';

export interface TopicReport {
  topic: string;
  partitions: number;
  created: boolean;
}

export interface EnsureTopicsOptions {
  /** Creates nothing, and fails where a topic is missing. */
  check?: boolean;
  logger?: BusLogger;
}

const silent: BusLogger = { debug() {}, info() {}, warn() {}, error() {} };

/** Creates the topics that are missing and checks the others; fails with every difference in partitions, clean-up policy or retention. */
export async function ensureTopics(config: BusConfig, options: EnsureTopicsOptions = {}): Promise<TopicReport[]> {
  if (config.kind === 'kafka') return ensureKafkaTopics(config, options);
  await prepareLocalBus(config.databaseUrl);
  return allTopics.map(({ name }) => ({ topic: name, partitions: 1, created: false }));
}

function assertNone(differences: string[]): void {
  if (differences.length === 0) return;
  throw new DomainError('conflict', 'topics.differ', ['Topics are not as they should be:', ...differences].join('\n'));
}

async function ensureKafkaTopics(config: KafkaBusConfig, options: EnsureTopicsOptions): Promise<TopicReport[]> {
  const kafka = new KafkaTopics(config, options.logger ?? silent);
  await kafka.connect();
  try {
    const before = await kafka.existing();
    const missing = allTopics.filter((topic) => !before.has(kafka.nameOf(topic)));
    if (options.check === true) {
      const lines = missing.map((topic) => `${kafka.nameOf(topic)}: is missing`);
      assertNone([...lines, ...(await kafka.differences(allTopics.filter((topic) => !missing.includes(topic))))]);
    } else {
      if (missing.length > 0) await kafka.create(missing);
      assertNone(await kafka.differences(allTopics));
    }
    return allTopics.map((topic: Topic) => ({
      topic: kafka.nameOf(topic),
      partitions: topic.partitions,
      created: missing.includes(topic),
    }));
  } finally {
    await kafka.disconnect();
  }
}
