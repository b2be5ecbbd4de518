/** What the run that we are part of has started for us; set by the global setup of Jest. */
export interface TestEnvironment {
  postgresUrl: string;
  kafkaBrokers: string[] | null;
}

export function testEnvironment(): TestEnvironment {
  const { TEST_POSTGRES_URL: postgresUrl, TEST_KAFKA_BROKERS: brokers } = process.env;
  if (postgresUrl === undefined) throw new Error('TEST_POSTGRES_URL is not set: run this through Jest');
  return { postgresUrl, kafkaBrokers: brokers === undefined || brokers === '' ? null : brokers.split(',') };
}
