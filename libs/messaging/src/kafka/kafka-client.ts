import kafkajs, { type Kafka, type logCreator } from 'kafkajs';
import type { KafkaBusConfig } from '../bus-config.ts';
import type { BusLogger } from '../bus-logger.ts';

/** One connection's worth of settings; the broker may be away for as long as it likes. */
export function kafkaClient(config: KafkaBusConfig, clientId: string, logger: BusLogger): Kafka {
  return new kafkajs.Kafka({
    clientId,
    brokers: config.brokers,
    ...(config.ssl === undefined ? {} : { ssl: config.ssl }),
    ...(config.sasl === undefined ? {} : { sasl: config.sasl }),
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 8 },
    logLevel: kafkajs.logLevel.INFO,
    logCreator: logTo(logger),
  });
}

/**
 * kafkajs calls ordinary things errors: a group that rebalances, a coordinator that loads, a broker that is away. Whatever ends a send
 * or a consumer reaches the relay and the consumers as an error, and is reported there.
 */
const logTo =
  (logger: BusLogger): logCreator =>
  () =>
  ({ namespace, log: { message, ...context } }) =>
    logger.debug({ ...context, namespace }, `kafka: ${message}`);
