export { modelContent, syncContent } from './builders.ts';
export { connectionTo, type DatabaseConnection } from './connection-to.ts';
export { describeOnBuses, describeOnKafka, type TestBus } from './describe-on-buses.ts';
export { describeSchema } from './describe-schema.ts';
export { emptyDatabase, type EmptyDatabase } from './empty-database.ts';
export { eventually } from './eventually.ts';
export { FixedClock } from './fixed-clock.ts';
export { kafka } from './kafka.ts';
export { localBus, type LocalBus } from './local-bus.ts';
export { raceRounds } from './race-rounds.config.ts';
export {
  seedIdentity,
  seedMember,
  seedRole,
  type IdentitySeed,
  type SeededMember,
  type SeededWorkspace,
} from './seed-identity.ts';
export { Sender } from './sender.ts';
export { ServiceProcess } from './service-process.ts';
export { smtpSink, type ParsedMail, type SmtpSink } from './smtp-sink.ts';
export { sourceFlags, workspaceRoot } from './source-flags.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
export { testServiceConfig } from './test-service-config.ts';
export { testSigner, type TestSigner, type TokenOptions } from './token-signer.ts';
