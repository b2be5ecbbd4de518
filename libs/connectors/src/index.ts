export { ConnectorError, type ConnectorErrorCode, type ConnectorErrorExtras } from './connector-error.ts';
export { CredentialSealer, type SealedFor } from './credential-sealer.ts';
export { assertReadOnly } from './postgres/assert-read-only.ts';
export { PostgresDestination } from './postgres/destination.ts';
export { PostgresCredentials, PostgresSettings, type PostgresOptions } from './postgres/settings.ts';
export { PostgresSource } from './postgres/source.ts';
export type { UpsertSession } from './postgres/upsert-session.ts';
export type { WritableTables } from './postgres/writable-tables.ts';
export type { Preview, Rejection, Row, UpsertTarget, WriteCounts } from './row.ts';
