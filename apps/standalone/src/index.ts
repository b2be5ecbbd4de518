export { EmbeddedKafka, type EmbeddedKafkaOptions } from './kafka/embedded-kafka.ts';
export { KAFKA_VERSION, whyNoKafka } from './kafka/kafka-jars.ts';
export { startThrowAwayKafka } from './kafka/throw-away-kafka.ts';
export { EmbeddedPostgres, type EmbeddedPostgresOptions } from './postgres/embedded-postgres.ts';
export { openFolder, reachablePlace } from './postgres/reachable-place.ts';
export { throwAwayPostgres } from './postgres/throw-away-postgres.ts';
export { freePort } from './processes/free-port.ts';
