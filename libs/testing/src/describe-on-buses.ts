import { ensureTopics, type BusConfig } from '@imprimatur/messaging';
import { randomBytes } from 'node:crypto';
import { kafka } from './kafka.ts';
import { localBus, type LocalBus } from './local-bus.ts';

export interface TestBus {
  kind: BusConfig['kind'];
  /** A bus of this suite's own, ready to be used. Callable in hooks and tests. */
  config(): BusConfig;
}

/** Runs a suite on the local transport and, when this run has brokers, on real Kafka. */
export function describeOnBuses(name: string, suite: (bus: TestBus) => void): void {
  describe(`${name}, on the local transport`, () => {
    let local: LocalBus;
    beforeAll(async () => {
      local = await localBus();
    });
    afterAll(() => local.drop());
    suite({ kind: 'local', config: () => local.config });
  });

  if (kafka.brokers !== null) describeOnKafka(name, suite);
}

/** Runs a suite on real Kafka only; leaves it out of runs without brokers, which the runner says. */
export function describeOnKafka(name: string, suite: (bus: TestBus) => void): void {
  if (kafka.brokers === null) return;
  describe(`${name}, on Apache Kafka`, () => {
    const config = {
      kind: 'kafka',
      brokers: kafka.required,
      topicPrefix: `test-${randomBytes(6).toString('hex')}.`,
    } as const;
    beforeAll(() => ensureTopics(config));
    suite({ kind: 'kafka', config: () => config });
  });
}
