import type { Topic } from '@imprimatur/contracts';
import type { KafkaBusConfig } from '../bus-config.ts';
import type { BusLogger } from '../bus-logger.ts';
import type { Consumer, ConsumerGroup, Sender, Transport } from '../transport.ts';
import { kafkaClient } from './kafka-client.ts';
import { KafkaConsumer } from './kafka-consumer.ts';
import { KafkaSender } from './kafka-sender.ts';

/** Apache Kafka by kafkajs. */
export class KafkaTransport implements Transport {
  private readonly prefix: string;

  constructor(
    private readonly config: KafkaBusConfig,
    private readonly logger: BusLogger,
  ) {
    this.prefix = config.topicPrefix ?? '';
  }

  partitionsOf(topic: Topic): number {
    return topic.partitions;
  }

  sender(service: string): Sender {
    return new KafkaSender(kafkaClient(this.config, service, this.logger), service, this.prefix);
  }

  consumer(group: ConsumerGroup): Consumer {
    return new KafkaConsumer(kafkaClient(this.config, group.name, this.logger), group, this.prefix, this.logger);
  }

  /** The broker deletes and compacts by itself. */
  clean(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
