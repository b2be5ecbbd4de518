import type pg from 'pg';
import { ConnectorError } from '../connector-error.ts';
import type { Preview, Row } from '../row.ts';
import { assertReadOnly } from './assert-read-only.ts';
import { ByteLimit } from './byte-limit.ts';
import { leave } from './cancel.ts';
import { columnTypeOf } from './column-types.ts';
import { connect, connectionError } from './connect.ts';
import { Fetch, fetchStatement, type Field } from './fetch.ts';
import { Portions } from './portions.ts';
import { queryError } from './query-error.ts';
import { readableTables, type ReadableTables } from './readable-tables.ts';
import type { PostgresCredentials, PostgresOptions, PostgresSettings } from './settings.ts';
import { withinSize } from './within-size.ts';

const MAX_PREVIEW_BYTES = 16 * 1_048_576;
/** Of this process: members wait for their answers, and each is held several times over on its way. */
const MAX_PREVIEWS = 8;
let previews = 0;
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
  readonly #leaving = new WeakMap<pg.Client, Promise<void>>();

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

  /** The tables and views that a query can read. Throws `query.timeout`, `query.too-large` for more than 16 MiB, and whatever `test` does. */
  async tables(limit = 500): Promise<ReadableTables> {
    const client = await this.#connect();
    try {
      await client.query(`set statement_timeout = ${Math.trunc(this.#options.statementTimeoutMs)}`);
      return await withinSize(client, () => readableTables(client, limit));
    } catch (error) {
      throw this.#failed(error);
    } finally {
      await this.#disconnect(client);
    }
  }

  /**
   * The first `maxRows` rows of a query with the types of its columns. Throws what `assertReadOnly` throws, `query.invalid`,
   * `query.timeout`, `query.column-ambiguous`, `query.too-large` for more than 16 MiB, `source.busy` while eight others are under way
   * in this process, and whatever `test` does.
   */
  async preview(query: string, maxRows = 100): Promise<Preview> {
    await assertReadOnly(query);
    if (previews >= MAX_PREVIEWS) throw tooMany();
    previews += 1;
    try {
      return await this.#preview(query, maxRows);
    } finally {
      previews -= 1;
    }
  }

  /**
   * All rows of a query, in batches of up to 1,000 and of some 8 MiB, never more than two of them in memory: the next one is fetched
   * while the last one is being used. The statement timeout holds for each batch. Aborting hangs up and throws the signal's reason.
   * Throws as `preview` does, `query.too-large` for a single row over 32 MiB.
   */
  async *read(query: string, signal?: AbortSignal): AsyncGenerator<Row[], void, undefined> {
    await assertReadOnly(query);
    signal?.throwIfAborted();
    const client = await this.#connect();
    const hangUp = (): void => void this.#disconnect(client);
    signal?.addEventListener('abort', hangUp, { once: true });
    try {
      await this.#declare(client, query);
      const portions = new Portions(client, this.#options.statementTimeoutMs);
      let next = portions.next();
      for (let rows = await next; rows.length > 0; rows = await next) {
        next = portions.next();
        yield rows;
      }
    } catch (error) {
      throw signal?.aborted ? signal.reason : this.#failed(error);
    } finally {
      signal?.removeEventListener('abort', hangUp);
      await this.#disconnect(client);
    }
  }

  /** Hangs up on whatever is still running, and has it stopped there; what waits for it fails with `source.unreachable`. */
  async close(): Promise<void> {
    await Promise.all([...this.#open].map((client) => this.#disconnect(client)));
  }

  async #preview(query: string, maxRows: number): Promise<Preview> {
    const startedAt = performance.now();
    const client = await this.#connect();
    try {
      await this.#declare(client, query);
      const { fields, rows } = await this.#fetchFirst(client, maxRows + 1);
      return {
        columns: fields.map(({ name, dataTypeID }) => ({ name, type: columnTypeOf(dataTypeID) })),
        rows: rows.slice(0, maxRows).map((row) => fields.map(({ name }) => row[name]!)),
        truncated: rows.length > maxRows,
        elapsedMs: Math.round(performance.now() - startedAt),
      };
    } catch (error) {
      throw this.#failed(error);
    } finally {
      await this.#disconnect(client);
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = await connect('source', this.#settings, this.#credentials, this.#options);
    this.#open.add(client);
    return client;
  }

  #disconnect(client: pg.Client): Promise<void> {
    const left = this.#leaving.get(client) ?? leave(client, this.#settings).finally(() => this.#open.delete(client));
    this.#leaving.set(client, left);
    return left;
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

  async #fetchFirst(client: pg.Client, maxRows: number): Promise<{ fields: Field[]; rows: Row[] }> {
    const rows: Row[] = [];
    const message = 'The first rows of the query are together larger than 16 MiB: too large to be shown.';
    const limit = new ByteLimit(client, MAX_PREVIEW_BYTES, message);
    const fields = await new Promise<Field[]>((resolve, reject) => {
      const fetch = new Fetch(
        fetchStatement(maxRows, this.#options.statementTimeoutMs),
        (row) => rows.push(row),
        (error) => (error === null ? resolve(fetch.fields) : reject(limit.exceeded ?? error)),
      );
      client.query(fetch);
    });
    return { fields, rows };
  }

  #failed(error: unknown): ConnectorError {
    return queryError(this.#settings, this.#options, DECLARE.length, error);
  }
}

const tooMany = (): ConnectorError =>
  new ConnectorError('source.busy', 'Too many previews are under way. Try again in a few seconds.', {
    transient: true,
  });
