import type pg from 'pg';
import type { Json } from '@imprimatur/kernel';
import { ConnectorError } from '../connector-error.ts';
import type { Preview, Row } from '../row.ts';
import { assertReadOnly } from './assert-read-only.ts';
import { columnTypeOf, rowTypes } from './column-types.ts';
import { connect, connectionError, destroy, disconnect } from './connect.ts';
import { queryError } from './query-error.ts';
import type { PostgresCredentials, PostgresOptions, PostgresSettings } from './settings.ts';

const BATCH = 1_000;
/** A cursor takes nothing but a query, and runs it in portions of our choosing. */
const DECLARE = 'declare model no scroll cursor for ';

/**
 * A Postgres database that models query. Every query is checked by `assertReadOnly`, then runs through a cursor in a read-only
 * transaction with a statement timeout, on a connection of its own. Everything it throws is a ConnectorError.
 */
export class PostgresSource {
  readonly #settings: PostgresSettings;
  readonly #credentials: PostgresCredentials;
  readonly #options: PostgresOptions;
  readonly #open = new Set<pg.Client>();

  constructor(settings: PostgresSettings, credentials: PostgresCredentials, options: PostgresOptions) {
    this.#settings = settings;
    this.#credentials = credentials;
    this.#options = options;
  }

  /** Connects and asks for nothing. Throws `source.unreachable` or `source.authentication-failed`. */
  async test(): Promise<void> {
    const client = await this.#connect();
    try {
      await client.query('select 1');
    } catch (error) {
      throw connectionError('source', this.#settings, error);
    } finally {
      await this.#disconnect(client);
    }
  }

  /**
   * The first `maxRows` rows of a query with the types of its columns. Throws what `assertReadOnly` throws, `query.invalid`,
   * `query.timeout`, `query.column-ambiguous`, and whatever `test` does.
   */
  async preview(query: string, maxRows = 100): Promise<Preview> {
    await assertReadOnly(query);
    const startedAt = performance.now();
    const client = await this.#connect();
    try {
      await this.#declare(client, query);
      const result = await client.query<Json[]>({ text: `fetch forward ${maxRows + 1} from model`, rowMode: 'array' });
      assertNamesDiffer(result.fields);
      return {
        columns: result.fields.map(({ name, dataTypeID }) => ({ name, type: columnTypeOf(dataTypeID) })),
        rows: result.rows.slice(0, maxRows),
        truncated: result.rows.length > maxRows,
        elapsedMs: Math.round(performance.now() - startedAt),
      };
    } catch (error) {
      throw this.#failed(error);
    } finally {
      await this.#disconnect(client);
    }
  }

  /**
   * All rows of a query, in batches of up to 1,000, never more than two of them in memory: the next one is fetched while the last
   * one is being used. The statement timeout holds for each batch. Aborting hangs up and throws the signal's reason. Throws as
   * `preview` does.
   */
  async *read(query: string, signal?: AbortSignal): AsyncGenerator<Row[], void, undefined> {
    await assertReadOnly(query);
    signal?.throwIfAborted();
    const client = await this.#connect();
    const hangUp = (): void => destroy(client);
    signal?.addEventListener('abort', hangUp, { once: true });
    try {
      await this.#declare(client, query);
      let next = fetch(client);
      for (;;) {
        const rows = await next;
        const more = rows.length === BATCH;
        if (more) next = fetch(client);
        if (rows.length > 0) yield rows;
        if (!more) return;
      }
    } catch (error) {
      throw signal?.aborted ? signal.reason : this.#failed(error);
    } finally {
      signal?.removeEventListener('abort', hangUp);
      await this.#disconnect(client);
    }
  }

  /** Hangs up on whatever is still running; what waits for it fails with `source.unreachable`. */
  async close(): Promise<void> {
    await Promise.all([...this.#open].map((client) => this.#disconnect(client)));
  }

  async #connect(): Promise<pg.Client> {
    const client = await connect('source', this.#settings, this.#credentials, this.#options, rowTypes);
    this.#open.add(client);
    return client;
  }

  async #disconnect(client: pg.Client): Promise<void> {
    this.#open.delete(client);
    await disconnect(client);
  }

  async #declare(client: pg.Client, query: string): Promise<void> {
    await client.query(`begin read only;
      set local statement_timeout = ${Math.trunc(this.#options.statementTimeoutMs)};
      set local standard_conforming_strings = on;
      set local datestyle = 'ISO';
      set local timezone = 'UTC';
      set local cursor_tuple_fraction = 1`);
    // The extended protocol takes one statement only, whatever the text may look like to another parser.
    await client.query({ text: DECLARE + query, queryMode: 'extended' } as pg.QueryConfig);
  }

  #failed(error: unknown): ConnectorError {
    return queryError(this.#settings, this.#options, DECLARE.length, error);
  }
}

function fetch(client: pg.Client): Promise<Row[]> {
  const rows = client.query<Row>(`fetch forward ${BATCH} from model`).then((result) => {
    assertNamesDiffer(result.fields);
    return result.rows;
  });
  // Fetched ahead: when nobody comes to await it, its failure is nobody's either.
  rows.catch(() => undefined);
  return rows;
}

function assertNamesDiffer(fields: pg.FieldDef[]): void {
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (seen.has(name)) throw ambiguous(name);
    seen.add(name);
  }
}

const ambiguous = (name: string): ConnectorError =>
  new ConnectorError('query.column-ambiguous', `The query has two columns named ${name}. Give one of them an alias.`);
