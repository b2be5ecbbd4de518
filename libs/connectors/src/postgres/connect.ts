import type { Socket } from 'node:net';
import pg from 'pg';
import { ConnectorError } from '../connector-error.ts';
import { failureOf, isConnectionLoss, isRefusedIdentity, NO_SUCH_DATABASE } from './sql-state.ts';
import type { PostgresCredentials, PostgresOptions, PostgresSettings } from './settings.ts';

export type Side = 'source' | 'destination';

const CONNECT_TIMEOUT_MS = 5_000;
/** How much longer than the database's own timeout we wait before we take the connection for dead. */
const GRACE_MS = 5_000;

export const tls = {
  disable: false,
  require: { rejectUnauthorized: false },
  'verify-full': { rejectUnauthorized: true },
} as const;

/** A connection of its own, not from a pool: it ends with what it was opened for. Throws `<side>.unreachable` and the like. */
export async function connect(
  side: Side,
  settings: PostgresSettings,
  credentials: PostgresCredentials,
  options: PostgresOptions,
): Promise<pg.Client> {
  const client = new pg.Client({
    ...settings,
    // A function, because the driver takes PGPASSWORD of our own environment for an empty string and would send it out.
    password: () => credentials.password,
    ssl: tls[settings.ssl],
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: options.statementTimeoutMs + GRACE_MS,
    application_name: 'imprimatur',
    keepAlive: true,
  });
  // A connection lost between statements shows at the next one; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    destroy(client);
    throw connectionError(side, settings, error);
  }
}

/** What the failure to connect, or the loss of a connection, is to the people who configured it. */
export function connectionError(side: Side, settings: PostgresSettings, error: unknown): ConnectorError {
  const failure = failureOf(error);
  const where = `${settings.host}:${settings.port}`;
  if (isRefusedIdentity(failure)) {
    return new ConnectorError(
      `${side}.authentication-failed`,
      `${where} refused the user ${settings.user} or their password.`,
    );
  }
  if (failure.code === NO_SUCH_DATABASE) {
    return new ConnectorError(`${side}.unreachable`, `There is no database ${settings.database} on ${where}.`);
  }
  if (isConnectionLoss(failure)) {
    const reason = failure.message || failure.code;
    return new ConnectorError(`${side}.unreachable`, `${where} does not answer: ${reason}`, { transient: true });
  }
  return new ConnectorError(`${side}.failed`, `${where} answered: ${failure.message}`, { cause: error });
}

/** Says goodbye, or hangs up where a statement is still running. Never throws: what was wanted is done or has failed already. */
export async function disconnect(client: pg.Client): Promise<void> {
  await client.end().catch(() => destroy(client));
}

/** Hangs up at once. A statement that is running there goes on until the database notices or its timeout strikes. */
export function destroy(client: pg.Client): void {
  socketOf(client).destroy();
}

/** What a connected client is connected by, with or without TLS. */
export function socketOf(client: pg.Client): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}
