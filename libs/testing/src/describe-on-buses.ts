import { ensureTopics, prepareLocalBus, type BusConfig } from '@imprimatur/messaging';
import { randomBytes } from 'node:crypto';
import { emptyDatabase, type EmptyDatabase } from './empty-database.ts';
import { kafka } from './kafka.ts';

export interface TestBus {
  kind: BusConfig['kind'];
  /** A bus of this suite's own, ready to be used. Callable in hooks and tests. */
  config(): BusConfig;
}

/** Runs a suite on the local transport and, when this run has brokers, on real Kafka. */
export function describeOnBuses(name: string, suite: (bus: TestBus) => void): void {
  describe(`${name}, on the local transport`, () => {
    let database: EmptyDatabase;
    beforeAll(async () => {
      database = await emptyDatabase('bus');
      await prepareLocalBus(database.url);
    });
    afterAll(() => database.drop());
    suite({ kind: 'local', config: () => ({ kind: 'local', databaseUrl: database.url }) });
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
    beforeAll(() => ensureTopics(config), 60_000);
    suite({ kind: 'kafka', config: () => config });
  });
}
