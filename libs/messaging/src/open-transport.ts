import type { BusConfig } from './bus-config.ts';
import type { BusLogger } from './bus-logger.ts';
import { KafkaTransport } from './kafka/kafka-transport.ts';
import { LocalTransport } from './local/local-transport.ts';
import type { Transport } from './transport.ts';

export function openTransport(config: BusConfig, logger: BusLogger): Transport {
  return config.kind === 'local' ? new LocalTransport(config.databaseUrl, logger) : new KafkaTransport(config, logger);
}
