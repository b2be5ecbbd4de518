import { testEnvironment } from './test-environment.config.ts';

/** The real Apache Kafka of this run; `brokers` is null when the run has none. */
export const kafka = {
  get brokers(): string[] | null {
    return testEnvironment().kafkaBrokers;
  },

  /** The brokers, for suites that are only reached when there are some. */
  get required(): string[] {
    const { kafkaBrokers } = testEnvironment();
    if (kafkaBrokers === null) throw new Error('this run has no Kafka: set KAFKA_BROKERS or TEST_KAFKA=1');
    return kafkaBrokers;
  },
};
