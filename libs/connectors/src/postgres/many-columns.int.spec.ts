import { connectionTo, emptyDatabase, type EmptyDatabase } from '@imprimatur/testing';
import pg from 'pg';
import { PostgresDestination, PostgresSource } from '../index.ts';

/** Tables whose names of columns alone are too much to be shown; in portions, for they are many to make at once. */
const create = `select string_agg(format('%I int', rpad('c' || n, 63, 'x')), ', ') as columns from generate_series(1, 1500) n`;

describe('tables with very many columns', () => {
  let database: EmptyDatabase;
  beforeAll(async () => {
    database = await emptyDatabase('many_columns');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ columns: string }>(create);
    await client.query(`create table t0 (${rows[0]!.columns})`);
    for (let table = 1; table < 130; table += 1) await client.query(`create table t${table} (like t0)`);
    await client.end();
  }, 60_000);
  afterAll(() => database.drop());

  it.each([PostgresSource, PostgresDestination])('are given up before they fill the memory: %p', async (Connector) => {
    const { settings, credentials } = connectionTo(database.url);
    const connector = new Connector(settings, credentials, { statementTimeoutMs: 60_000 });
    await expect(connector.tables()).rejects.toMatchObject({
      code: 'query.too-large',
      message: expect.stringContaining('16 MiB'),
      transient: false,
    });
  });
});
