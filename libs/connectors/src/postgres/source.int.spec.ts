import { createServer, type AddressInfo, type Server } from 'node:net';
import { inspect } from 'node:util';
import pg from 'pg';
import { connectionTo, emptyDatabase, eventually, type EmptyDatabase } from '@imprimatur/testing';
import { PostgresSource, type PostgresOptions, type PostgresSettings, type Row } from '../index.ts';

let database: EmptyDatabase;
let admin: pg.Client;
let settings: PostgresSettings;
let credentials: { password: string };

const sourceWith = (over: Partial<PostgresSettings> = {}, options: PostgresOptions = { statementTimeoutMs: 20_000 }) =>
  new PostgresSource({ ...settings, ...over }, credentials, options);

async function all(batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

beforeAll(async () => {
  database = await emptyDatabase('source');
  ({ settings, credentials } = connectionTo(database.url));
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`create table customers (id int primary key, name text);
    insert into customers select n, 'customer ' || n from generate_series(1, 250) n`);
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

describe('a preview', () => {
  it('shows 100 rows, and that there are more', async () => {
    const preview = await sourceWith().preview('select id, name from customers order by id;');
    expect(preview).toMatchObject({
      columns: [
        { name: 'id', type: 'integer' },
        { name: 'name', type: 'text' },
      ],
      truncated: true,
      elapsedMs: expect.any(Number),
    });
    expect(preview.rows).toHaveLength(100);
    expect(preview.rows[99]).toEqual([100, 'customer 100']);
  });

  it('knows the types of all columns, also of no rows', async () => {
    const { columns, rows, truncated } = await sourceWith()
      .preview(`select 1::int8 as i, 1.5::numeric as n, 1.5::float8 as f,
      true as b, current_date as d, now() as t, now()::timestamp as lt, gen_random_uuid() as u, '{}'::jsonb as j, '{1}'::int[] as a
      where false`);
    expect(columns.map(({ name, type }) => `${name} ${type}`).join(', ')).toBe(
      'i integer, n decimal, f decimal, b boolean, d date, t timestamp, lt timestamp, u uuid, j json, a text',
    );
    expect([rows, truncated]).toEqual([[], false]);
  });

  it('keeps what JavaScript numbers would lose', async () => {
    const { rows } = await sourceWith().preview(
      `select 9007199254740993::int8 as big, 0.10::numeric as exact, true as yes,
      null::int as nothing, '2026-11-22 14:00+02'::timestamptz as at, '{"a": 12345678901234567890}'::json as document,
      42 as small`,
    );
    expect(rows).toEqual([
      ['9007199254740993', '0.10', true, null, '2026-11-22 12:00:00+00', '{"a": 12345678901234567890}', 42],
    ]);
  });

  it.each([
    ['query.invalid', 'select nothing from customers', 8],
    ['query.invalid', 'select * from\n  nowhere', 17],
    ['query.failed', 'select 1 / (id - id) from customers', undefined],
    ['query.column-ambiguous', 'select 1 as a, 2 as a', undefined],
  ])('fails with %s for: %s', async (code, query, position) => {
    await expect(sourceWith().preview(query)).rejects.toMatchObject({ code, position, transient: false });
  });
});

describe('a source', () => {
  it.each([
    'insert into customers values (999)',
    'with w as (delete from customers returning id) select id from w',
    'select * into stolen from customers',
    'select * from customers for update',
    'select 1; delete from customers',
    'set transaction read write',
    'copy customers to stdout',
  ])('refuses to run: %s', async (query) => {
    const code = expect.stringMatching(/^query\.(not-read-only|several-statements)$/);
    await expect(sourceWith().preview(query)).rejects.toMatchObject({ code });
    await expect(all(sourceWith().read(query))).rejects.toMatchObject({ code });
  });

  it('lets functions write nothing either, nor leave the read-only transaction', async () => {
    await admin.query(`create function sneak() returns int language sql as 'insert into customers values (1000) returning id';
      create function escape() returns text language plpgsql as
        $$ begin perform set_config('transaction_read_only', 'off', true); perform sneak(); return ''; end $$;
      create sequence counter`);
    for (const call of ['sneak()', 'escape()', "nextval('counter')"]) {
      await expect(sourceWith().preview(`select ${call}`)).rejects.toMatchObject({
        code: expect.stringMatching(/^query\.(not-read-only|failed)$/),
      });
    }
    const { rows } = await admin.query('select count(*)::int as n from customers where id >= 999');
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('stops a query that never ends', async () => {
    const hasty = sourceWith({}, { statementTimeoutMs: 200 });
    await expect(hasty.preview('select pg_sleep(600)')).rejects.toMatchObject({ code: 'query.timeout' });
    const counting = 'with recursive n(i) as (select 1 union all select i from n) select max(i) from n';
    await expect(all(hasty.read(counting))).rejects.toMatchObject({ code: 'query.timeout', transient: false });
  });

  it('hangs up when the reader aborts or closes it', async () => {
    const stop = new AbortController();
    const reading = all(sourceWith().read('select pg_sleep(600)', stop.signal));
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    const source = sourceWith();
    const batches = source.read('select n from generate_series(1, 100000) n');
    await batches.next();
    await source.close();
    await expect(all(batches)).rejects.toMatchObject({ code: 'source.unreachable', transient: true });
  });

  it('reads every row once, in order, over many batches', async () => {
    const sizes: number[] = [];
    const ids: unknown[] = [];
    for await (const batch of sourceWith().read('select n from generate_series(1, 2500) n')) {
      sizes.push(batch.length);
      ids.push(...batch.map(({ n }) => n));
    }
    expect(sizes).toEqual([100, 1_000, 1_000, 400]);
    expect(ids).toEqual(Array.from({ length: 2_500 }, (_, n) => n + 1));
    expect(await all(sourceWith().read('select 1 where false'))).toEqual([]);
  });

  it('leaves no connection behind when its reader stops early', async () => {
    for await (const batch of sourceWith().read('select n from generate_series(1, 1000000) n')) {
      expect(batch).toHaveLength(100);
      break;
    }
    await eventually(async () => {
      const open = `select 1 from pg_stat_activity where application_name = 'imprimatur' and datname = current_database()`;
      expect((await admin.query(open)).rows).toEqual([]);
    });
  });
});

describe('a source that cannot be used', () => {
  let silent: Server;

  beforeAll(async () => {
    silent = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => silent.close(resolve)));

  it.each<[string, Partial<PostgresSettings>, string, boolean]>([
    ['nobody listens', { port: 1 }, 'source.unreachable', true],
    ['there is no such host', { host: 'no-such-host.invalid' }, 'source.unreachable', true],
    ['there is no such database', { database: 'nowhere' }, 'source.unreachable', false],
    ['there is no such user', { user: 'nobody' }, 'source.authentication-failed', false],
    ['it does not speak TLS', { ssl: 'require' }, 'source.unreachable', true],
  ])('because %s says so', async (_why, over, code, transient) => {
    await expect(sourceWith(over).test()).rejects.toMatchObject({ code, transient });
    await expect(sourceWith(over).preview('select 1')).rejects.toMatchObject({ code, transient });
  });

  it('because nobody answers is given up within seconds', async () => {
    const { port } = silent.address() as AddressInfo;
    await expect(sourceWith({ port }).test()).rejects.toMatchObject({ code: 'source.unreachable', transient: true });
  }, 15_000);

  it('because of its password says so, and no error ever shows one', async () => {
    const wrong = new PostgresSource(settings, { password: 'hunter2-wrong' }, { statementTimeoutMs: 1_000 });
    const error: unknown = await wrong.test().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'source.authentication-failed', transient: false });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('hunter2');
    expect(inspect(wrong, { depth: 20 })).not.toContain('hunter2');
    await expect(
      new PostgresSource(settings, { password: '' }, { statementTimeoutMs: 1_000 }).test(),
    ).rejects.toMatchObject({
      code: 'source.authentication-failed',
    });
  });

  it('does not, when all is well', async () => {
    await expect(sourceWith().test()).resolves.toBeUndefined();
  });
});
