import { Client, type ClientConfig } from 'pg';
import { DataSource } from 'typeorm';
import type { Logger } from './logger.ts';

/** Between a pool that lends it and whoever borrows it, a lost connection has no listener, and would end the process. */
class SturdyClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

export interface DataSourceOptions {
  url: string;
  poolSize: number;
  entities: Function[];
  migrations: Function[];
  applicationName: string;
}

/** A service's own database. Times out rather than hang: connections after 5 s, statements after 30 s, idle transactions after 60 s. */
export function createDataSource(options: DataSourceOptions, logger: Logger): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    migrations: options.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    installExtensions: false,
    connectTimeoutMS: 5_000,
    logging: false,
    poolErrorHandler: (error: unknown) => logger.warn({ err: error }, 'an idle database connection was lost'),
    extra: {
      Client: SturdyClient,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
}
