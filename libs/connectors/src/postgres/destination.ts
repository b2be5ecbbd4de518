import type pg from 'pg';
import { ConnectorError, type ConnectorErrorCode } from '../connector-error.ts';
import type { UpsertTarget } from '../row.ts';
import { connect, connectionError, disconnect } from './connect.ts';
import type { PostgresCredentials, PostgresOptions, PostgresSettings } from './settings.ts';
import * as state from './sql-state.ts';
import { targetTable } from './target-table.ts';
import { UpsertSession } from './upsert-session.ts';
import { withinSize } from './within-size.ts';
import { writableTables, type WritableTables } from './writable-tables.ts';

const LOCK_WAIT_MS = 5_000;
/** A worker that has written nothing for so long is taken for stuck, and its successor gets the lock. */
const IDLE_LIMIT_MS = 600_000;

const codes: Record<string, ConnectorErrorCode> = {
  [state.CANCELED]: 'destination.timeout',
  [state.LOCK_NOT_AVAILABLE]: 'destination.busy',
  [state.NOT_PERMITTED]: 'destination.not-permitted',
  [state.NO_SUCH_TABLE]: 'destination.object-missing',
  [state.NO_SUCH_COLUMN]: 'destination.column-missing',
};
const passing: ConnectorErrorCode[] = ['destination.timeout', 'destination.busy'];

/** A Postgres database that syncs write to. Everything it throws is a ConnectorError. */
export class PostgresDestination {
  readonly #settings: PostgresSettings;
  readonly #credentials: PostgresCredentials;
  readonly #options: PostgresOptions;

  constructor(settings: PostgresSettings, credentials: PostgresCredentials, options: PostgresOptions) {
    this.#settings = settings;
    this.#credentials = credentials;
    this.#options = options;
  }

  /** Connects and asks for nothing. Throws `destination.unreachable` or `destination.authentication-failed`. */
  async test(): Promise<void> {
    const client = await this.#connect();
    try {
      await client.query('select 1');
    } catch (error) {
      throw this.#failed(error);
    } finally {
      await disconnect(client);
    }
  }

  /**
   * The tables that can be written to, by name; `search` is part of it. Throws `destination.timeout`, `query.too-large` for more than
   * 16 MiB, and whatever `test` does.
   */
  async tables(search = '', limit = 100): Promise<WritableTables> {
    const client = await this.#connect();
    try {
      await client.query(`set statement_timeout = ${Math.trunc(this.#options.statementTimeoutMs)}`);
      return await withinSize(client, () => writableTables(client, search, limit));
    } catch (error) {
      throw this.#failed(error);
    } finally {
      await disconnect(client);
    }
  }

  /**
   * Connects, takes the session advisory lock of `lockKey` (the sync's id) and checks the target. While the session is open no other
   * writes for that sync: a worker that was replaced cannot write beside its successor. Throws `destination.busy` when the lock is
   * not free within 5 s, what `targetTable` throws, and whatever `test` does. Not for use through a pooler that shares sessions.
   */
  async open(target: UpsertTarget, lockKey: string): Promise<UpsertSession> {
    const client = await this.#connect();
    try {
      await this.#prepare(client);
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockKey]);
      return new UpsertSession(client, await targetTable(client, target), (error) => this.#failed(error));
    } catch (error) {
      await disconnect(client);
      throw this.#failed(error);
    }
  }

  #connect(): Promise<pg.Client> {
    return connect('destination', this.#settings, this.#credentials, this.#options);
  }

  async #prepare(client: pg.Client): Promise<void> {
    // A batch always finds its few rows by the unique index on the keys. Left to its statistics, which know nothing of a table that
    // is being filled, the planner sooner or later reads all of it for every batch.
    await client.query(`
      set statement_timeout = ${Math.trunc(this.#options.statementTimeoutMs)};
      set lock_timeout = ${LOCK_WAIT_MS};
      set datestyle = 'ISO';
      set timezone = 'UTC';
      set tcp_keepalives_idle = 30;
      set tcp_keepalives_interval = 10;
      set tcp_keepalives_count = 3;
      set enable_seqscan = off;
      set enable_hashjoin = off;
      set enable_mergejoin = off;
      select set_config('idle_session_timeout', '${IDLE_LIMIT_MS}', false)
      where current_setting('server_version_num')::int >= 140000`);
  }

  #failed(error: unknown): ConnectorError {
    if (error instanceof ConnectorError) return error;
    const failure = state.failureOf(error);
    if (state.isConnectionLoss(failure)) return connectionError('destination', this.#settings, error);
    const code = codes[failure.code] ?? 'destination.failed';
    const transient = passing.includes(code) || state.isContention(failure);
    return new ConnectorError(code, `The destination refuses: ${failure.message}.`, { transient, cause: error });
  }
}
