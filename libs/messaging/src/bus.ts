import { topics, type Topic } from '@imprimatur/contracts';
import type { DataSource } from 'typeorm';
import type { BusConfig } from './bus-config.ts';
import type { BusHealth } from './bus-health.ts';
import type { BusLogger } from './bus-logger.ts';
import { noMetrics, type BusMetrics } from './bus-metrics.ts';
import { BusFigures } from './bus-figures.ts';
import { BehindWatch } from './consume/behind-watch.ts';
import { BusServer } from './consume/bus-server.ts';
import { Consumers } from './consume/consumers.ts';
import { Freshness } from './consume/freshness.ts';
import { Transactions } from './outbox/transactions.ts';
import { Housekeeping } from './relay/housekeeping.ts';
import { Relay } from './relay/relay.ts';
import { openTransport } from './open-transport.ts';
import type { Transport } from './transport.ts';

export interface BusOptions {
  service: string;
  dataSource: DataSource;
  config: BusConfig;
  logger: BusLogger;
  metrics?: BusMetrics;
  /** How long after a relay has died another may take over; 5 s. */
  leaseMs?: number;
}

/** Who produces which state; only they send beats for it. */
const stateOf: Record<string, readonly Topic[]> = {
  'identity-roles': [topics.identityState],
  resources: [topics.resourcesState, topics.resourcesConnections],
};

/** A service's way to the others: its outbox and relay, and its consumers. */
export class Bus {
  readonly server: BusServer;
  readonly transactions: Transactions;
  readonly freshness: Freshness;
  readonly figures: BusFigures;
  private readonly transport: Transport;
  private readonly relay: Relay;
  private readonly consumers: Consumers;
  private readonly housekeeping: Housekeeping;
  private readonly behindWatch: BehindWatch;
  private closing: Promise<void> | undefined;

  constructor({ service, dataSource, config, logger, metrics = noMetrics, leaseMs }: BusOptions) {
    const transport = openTransport(config, logger);
    const stateTopics = stateOf[service] ?? [];
    this.transport = transport;
    this.relay = new Relay({ service, dataSource, transport, stateTopics, logger, metrics, leaseMs });
    const committed = (): void => this.relay.nudge();
    this.transactions = new Transactions(dataSource, committed);
    this.freshness = new Freshness(dataSource, (topic) => transport.partitionsOf(topic));
    this.consumers = new Consumers({ dataSource, transport, committed, logger, metrics });
    this.housekeeping = new Housekeeping(dataSource, transport, logger);
    this.server = new BusServer(service, {
      projects: (group, topic) => this.freshness.watch({ group, topic }),
      start: (groups) => this.consumers.start(groups),
      stop: () => this.consumers.stop(),
    });
    this.behindWatch = new BehindWatch(this.freshness, logger);
    this.figures = new BusFigures(dataSource, this.freshness, this.server.groups);
  }

  /** From now on what is in the outbox is sent. Resolves at once, broker or not. */
  startRelay(): Promise<void> {
    this.relay.start();
    this.housekeeping.start();
    this.behindWatch.start();
    return Promise.resolve();
  }

  /** Stops relay and consumers after what they have in hand. */
  async stopClaims(): Promise<void> {
    await Promise.all([this.relay, this.housekeeping, this.behindWatch, this.consumers].map((each) => each.stop()));
  }

  close(): Promise<void> {
    this.closing ??= this.stopClaims().then(() => this.transport.close());
    return this.closing;
  }

  health(): BusHealth {
    return this.consumers.health();
  }

  /** A consumer ended for good: the process is to end too, rather than to go on deaf. */
  onCrash(callback: (error: Error) => void): void {
    this.consumers.onCrash(callback);
  }
}
