// One throw-away Postgres, and where wanted one Kafka broker, for the whole run. Nothing waits for Postgres here: specs that need none
// start at once, the others wait in `testDatabase`.
import { randomInt } from 'node:crypto';
import { startThrowAwayKafka } from '../apps/standalone/src/kafka/throw-away-kafka.ts';
import { freePort } from '../apps/standalone/src/processes/free-port.ts';
import { throwAwayPostgres } from '../apps/standalone/src/postgres/throw-away-postgres.ts';

export default async function setUp() {
  process.env.TEST_RUN = String(randomInt(1e9));
  if (process.env.TEST_POSTGRES_URL === undefined) {
    const port = await freePort();
    process.env.TEST_POSTGRES_URL = `postgres://postgres:throw-away@127.0.0.1:${port}/postgres`;
    globalThis.postgresOfThisRun = throwAwayPostgres(port);
    globalThis.postgresOfThisRun.catch((error) => console.error('The Postgres for the tests did not start:', error));
  }
  if (process.env.KAFKA_BROKERS) process.env.TEST_KAFKA_BROKERS = process.env.KAFKA_BROKERS;
  else if (process.env.KAFKA === 'required' || process.env.TEST_KAFKA === '1') {
    globalThis.kafkaOfThisRun = await startThrowAwayKafka();
    process.env.TEST_KAFKA_BROKERS = globalThis.kafkaOfThisRun.brokers.join(',');
  }
}
