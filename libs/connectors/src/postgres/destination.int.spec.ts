import type pg from 'pg';
import {
  PostgresSource,
  type PostgresDestination,
  type PostgresSettings,
  type Row,
  type UpsertTarget,
  type WriteCounts,
} from '../index.ts';
import { contacts, ContactsDatabase, counts, people } from './contacts-database.fixture.ts';

let database: ContactsDatabase;
let admin: pg.Client;
let settings: PostgresSettings;
let credentials: { password: string };
let destination: PostgresDestination;

async function write(target: UpsertTarget, ...batches: Row[][]): Promise<WriteCounts[]> {
  const session = await destination.open(target, 'sync');
  try {
    const results: WriteCounts[] = [];
    for (const rows of batches) results.push(await session.write(rows));
    return results;
  } finally {
    await session.close();
  }
}

const query = async (text: string): Promise<unknown[]> => (await admin.query(text)).rows;

beforeAll(async () => {
  database = await ContactsDatabase.create();
  ({ admin, settings, credentials, destination } = database);
});
beforeEach(() => database.emptied());
afterAll(() => database.drop());

describe('an upsert', () => {
  it('adds what is new, changes what differs, and leaves alone what is equal', async () => {
    expect(await write(contacts, people(1, 100))).toEqual([counts({ added: 100 })]);
    const before = await query('select id, xmin, xmax, ctid from contacts where id > 10 order by id');
    const second = people(1, 110).map((row) => (Number(row['id']) <= 10 ? { ...row, full_name: 'Renamed' } : row));
    expect(await write(contacts, second)).toEqual([counts({ added: 10, changed: 10, unchanged: 90 })]);
    expect(await query(`select count(*)::int as n from contacts where name = 'Renamed'`)).toEqual([{ n: 10 }]);
    expect(await query('select id, xmin, xmax, ctid from contacts where id between 11 and 100 order by id')).toEqual(
      before,
    );
  });

  it('keeps columns that are not mapped', async () => {
    await admin.query(`insert into contacts values (1, 'Old', 1, '2020-01-01')`);
    await write(contacts, [{ id: 1, full_name: 'New', age: null }]);
    expect(await query(`select name, age, noted = '2020-01-01' as kept from contacts`)).toEqual([
      { name: 'New', age: null, kept: true },
    ]);
  });

  it('takes the last row of a key, in one batch and over several', async () => {
    const row = (name: string): Row => ({ id: 7, full_name: name, age: 1 });
    expect(await write(contacts, [row('a'), row('b'), row('c')], [row('d'), row('c')], [])).toEqual([
      counts({ added: 1, unchanged: 2 }),
      counts({ unchanged: 2 }),
      counts({}),
    ]);
    expect(await query('select name from contacts')).toEqual([{ name: 'c' }]);
  });

  it('keeps of a key that is megabytes long only the beginning', async () => {
    await admin.query('create table pages (url text primary key)');
    const [result] = await write({ object: 'pages', mapping: [{ column: 'url', field: 'url' }], keys: ['url'] }, [
      { url: Array.from({ length: 100_000 }, () => Math.random()).join('/') },
    ]);
    expect(result).toMatchObject({ rejected: 1, rejections: [{ reason: expect.stringContaining('index row') }] });
    expect(JSON.stringify(result).length).toBeLessThan(1_500);
  });

  it('counts a bad row with its reason and writes all others', async () => {
    const rows = people(1, 1_000);
    rows[3] = { id: 4, full_name: 'x'.repeat(41), age: 1 };
    rows[500] = { id: 501, full_name: 'Bad number', age: 'forty' };
    rows[501] = { id: 502, full_name: null, age: 1 };
    rows[998] = { id: 999, full_name: 'Negative', age: -1 };
    rows[999] = { id: null, full_name: 'Nobody', age: 1 };
    const [result] = await write(contacts, rows);
    expect(result).toMatchObject({ added: 995, changed: 0, unchanged: 0, rejected: 5 });
    expect(result!.rejections).toEqual([
      { key: { id: null }, reason: 'The key id is empty.' },
      { key: { id: 4 }, reason: 'value too long for type character varying(40)' },
      { key: { id: 501 }, reason: 'invalid input syntax for type integer: "forty"' },
      { key: { id: 502 }, reason: expect.stringContaining('violates not-null constraint') },
      { key: { id: 999 }, reason: expect.stringContaining('contacts_age_check') },
    ]);
    expect(await query('select count(*)::int as n from contacts')).toEqual([{ n: 995 }]);
  });

  it('keeps the first hundred reasons, and counts them all', async () => {
    const [result] = await write(
      contacts,
      people(1, 300).map((row) => ({ ...row, age: 'old' })),
    );
    expect(result).toMatchObject({ added: 0, rejected: 300 });
    expect(result!.rejections).toHaveLength(100);
  });

  it('rejects the rows that break a constraint which is checked at commit, and what a trigger raises', async () => {
    await admin.query(`create table if not exists companies (id int primary key);
      alter table contacts add company int references companies deferrable initially deferred;
      create or replace function refuse() returns trigger language plpgsql as
        $$ begin if new.name = 'no' then raise exception 'not this one'; end if; return new; end $$;
      create trigger refuse before insert on contacts for each row execute function refuse()`);
    const target = { ...contacts, mapping: [...contacts.mapping, { column: 'company', field: 'company' }] };
    const [result] = await write(target, [
      { id: 1, full_name: 'yes', age: 1, company: null },
      { id: 2, full_name: 'yes', age: 1, company: 77 },
      { id: 3, full_name: 'no', age: 1, company: null },
    ]);
    expect(result).toMatchObject({ added: 1, rejected: 2 });
    expect(result!.rejections.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('foreign key constraint'),
      'not this one',
    ]);
  });

  it('brings every type over unharmed, and knows it again', async () => {
    const types = `1 as id, 9007199254740993::int8 as big, 1.10::numeric as exact, 0.1::float8 as float, true as yes,
      '2026-11-22'::date as day, '2026-11-22 14:00:00.123456+02'::timestamptz as at, 'a"\\,{}''é🙂' || chr(10) as words,
      '{"b": [1, null], "a": 12345678901234567890}'::jsonb as document, '{"z": 1 }'::json as verbatim, '{a,NULL,"b,c"}'::text[] as list,
      gen_random_uuid() as uid, '\\xdeadbeef'::bytea as bytes, 'ab'::char(5) as padded, 1.005::numeric(10,2) as rounded,
      interval '1 day 02:00' as span, 'NULL'::text as word_null, ''::text as empty, null::text as nothing`;
    await admin.query(`drop table if exists every_type, every_type_copy;
      create table every_type as select ${types}; create table every_type_copy (like every_type); alter table every_type_copy add primary key (id)`);
    const names = types.match(/(?<=as )\w+(?=,|$)/gm)!;
    const target = {
      object: 'every_type_copy',
      keys: ['id'],
      mapping: names.map((name) => ({ column: name, field: name })),
    };
    const source = new PostgresSource(settings, credentials, { statementTimeoutMs: 20_000 });
    const batches: Row[][] = [];
    for await (const batch of source.read('select * from every_type')) batches.push(batch);
    expect(await write(target, ...batches, ...batches)).toEqual([counts({ added: 1 }), counts({ unchanged: 1 })]);
    expect(
      await query('select count(*)::int as n from every_type o join every_type_copy c on o::text = c::text'),
    ).toEqual([{ n: 1 }]);
    expect(names).toHaveLength(19);
  });

  it('works on several keys, and on nothing but keys', async () => {
    await admin.query(`drop table if exists links; create table links (a int, b text, unique (b, a))`);
    const target = {
      object: 'public.links',
      mapping: [
        { column: 'x', field: 'a' },
        { column: 'y', field: 'b' },
      ],
      keys: ['a', 'b'],
    };
    const rows = [
      { x: 1, y: 'a' },
      { x: 1, y: 'b' },
    ];
    expect(await write(target, rows, rows)).toEqual([counts({ added: 2 }), counts({ unchanged: 2 })]);
  });

  it('works on a partitioned table', async () => {
    await admin.query(`drop table if exists parted; create table parted (id int primary key, v text) partition by range (id);
      create table parted_1 partition of parted for values from (0) to (10)`);
    const target = {
      object: 'parted',
      mapping: [
        { column: 'id', field: 'id' },
        { column: 'v', field: 'v' },
      ],
      keys: ['id'],
    };
    const [first, second] = await write(
      target,
      [
        { id: 1, v: 'a' },
        { id: 11, v: 'b' },
      ],
      [{ id: 1, v: 'c' }],
    );
    expect(first).toMatchObject({ added: 1, rejected: 1 });
    expect(second).toEqual(counts({ changed: 1 }));
  });

  it('is not led astray by hostile names and values', async () => {
    const [table, field] = ['t";drop/**/table/**/contacts;--', 'f"), (select 1)) --'];
    const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
    await admin.query(
      `drop table if exists ${quoted(table)}; create table ${quoted(table)} ("select" int primary key, ${quoted(field)} text)`,
    );
    const target = {
      object: table,
      mapping: [
        { column: '__proto__x', field: 'select' },
        { column: "v'; --", field },
      ],
      keys: ['select'],
    };
    const value = `'); drop table contacts; --"\\{}`;
    expect(await write(target, [{ __proto__x: 1, "v'; --": value }])).toEqual([counts({ added: 1 })]);
    expect(await query(`select ${quoted(field)} as value from ${quoted(table)}`)).toEqual([{ value }]);
    expect(await query('select count(*)::int as n from contacts')).toEqual([{ n: 0 }]);
    const [nul] = await write(contacts, [
      { id: 1, full_name: 'a\0b', age: 1 },
      { id: 2, full_name: 'c', age: 1 },
    ]);
    expect(nul).toMatchObject({ added: 1, rejected: 1 });
  });
});
