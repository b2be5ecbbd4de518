export { PostgresCredentials, PostgresSettings } from '@imprimatur/contracts';

export interface PostgresOptions {
  /** How long the database may work on one statement, in milliseconds. */
  statementTimeoutMs: number;
}
