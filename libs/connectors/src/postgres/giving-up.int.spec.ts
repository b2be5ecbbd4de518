import pg from 'pg';
import { emptyDatabase, eventually, type EmptyDatabase } from '@imprimatur/testing';
import { PostgresSource, type PostgresSettings } from '../index.ts';

let database: EmptyDatabase;
let admin: pg.Client;
let settings: PostgresSettings;
let credentials: { password: string };

const sourceWith = (statementTimeoutMs: number): PostgresSource =>
  new PostgresSource(settings, credentials, { statementTimeoutMs });

beforeAll(async () => {
  database = await emptyDatabase('giving_up');
  const { hostname, port, pathname, username, password } = new URL(database.url);
  settings = { host: hostname, port: Number(port), database: pathname.slice(1), user: username, ssl: 'disable' };
  credentials = { password: decodeURIComponent(password) };
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** The statements of ours that the database is working on. */
async function working(): Promise<string[]> {
  const { rows } = await admin.query<{ query: string }>(
    `select query from pg_stat_activity
     where application_name = 'imprimatur' and datname = current_database() and state = 'active'`,
  );
  return rows.map(({ query }) => query);
}

const isWorking = (): Promise<void> => eventually(async () => expect(await working()).toHaveLength(1));

describe('nothing goes on at the source', () => {
  const endless = 'select pg_sleep(600)';
  afterEach(async () => {
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'imprimatur' and datname = current_database()`);
  });

  it('when a reader aborts', async () => {
    const stop = new AbortController();
    const source = sourceWith(60_000);
    const reading = source.read(endless, stop.signal).next();
    await isWorking();
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    await eventually(async () => expect(await working()).toEqual([]), { timeoutMs: 2_000 });
  });

  it('when the source is closed under a preview', async () => {
    const source = sourceWith(60_000);
    const preview = source.preview(endless).catch((error: unknown) => error);
    await isWorking();
    await source.close();
    expect(await preview).toMatchObject({ code: 'source.unreachable', transient: true });
    await eventually(async () => expect(await working()).toEqual([]), { timeoutMs: 2_000 });
  });

  it('when a reader has seen enough while the next rows are on their way', async () => {
    const query = `select n, case when n > 100 then pg_sleep(600)::text end from generate_series(1, 200) n`;
    for await (const batch of sourceWith(60_000).read(query)) {
      expect(batch).toHaveLength(100);
      await isWorking();
      break;
    }
    await eventually(async () => expect(await working()).toEqual([]), { timeoutMs: 2_000 });
  });
});

describe('a query that lifts its own time limit', () => {
  it('has it again for the next rows', async () => {
    await admin.query(`create function lift() returns text language plpgsql as
      $$ begin perform set_config('statement_timeout', '0', true); return ''; end $$`);
    const query = `select case n when 1 then lift() when 1500 then pg_sleep(600)::text end from generate_series(1, 3000) n`;
    const reading = async (): Promise<void> => {
      for await (const batch of sourceWith(300).read(query)) expect(batch.length).toBeGreaterThan(0);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'query.timeout' });
  });
});
