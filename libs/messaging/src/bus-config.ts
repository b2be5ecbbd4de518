import type { KafkaConfig } from 'kafkajs';

export interface KafkaBusConfig {
  kind: 'kafka';
  brokers: string[];
  /** Goes before every topic, group and transactional id. */
  topicPrefix?: string;
  ssl?: KafkaConfig['ssl'];
  sasl?: KafkaConfig['sasl'];
}

/** For one machine without a broker. */
export interface LocalBusConfig {
  kind: 'local';
  databaseUrl: string;
}

export type BusConfig = KafkaBusConfig | LocalBusConfig;
