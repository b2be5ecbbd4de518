import { assertReadOnly } from './assert-read-only.ts';

const codeOf = (query: string): Promise<string> =>
  assertReadOnly(query).then(
    () => 'passed',
    (error: { code: string }) => error.code,
  );

describe('a query that only reads', () => {
  it.each([
    'select 1',
    'select 1;',
    "-- a comment; with a semicolon\nselect 'a;b', $$;$$ /* ; */;",
    'with recent as (select * from orders) select * from recent union all select * from orders',
    'values (1, 2)',
    'table customers',
    "select xmlelement(name query_to_xml, 'set_config', id) as query_to_xml from query_to_xml.set_config",
    'select count(*) over (), "update", "for" from "insert into"',
    'select * from (select 1) x join lateral (select 2) y on true',
    "select id from customers where note = '; drop table customers'",
    `select id from customers where id in (${Array.from({ length: 9_000 }, (_, n) => -n).join(', ')})`,
  ])('passes: %.60s', async (query) => {
    expect(await codeOf(query)).toBe('passed');
  });
});

describe('anything else', () => {
  it.each([
    ['query.not-read-only', 'insert into customers values (1)'],
    ['query.not-read-only', 'update customers set name = null'],
    ['query.not-read-only', 'delete from customers'],
    ['query.not-read-only', 'merge into a using b on true when matched then delete'],
    ['query.not-read-only', 'with gone as (delete from customers returning *) select * from gone'],
    ['query.not-read-only', 'select * from (with x as (insert into a values (1) returning *) select * from x) y'],
    ['query.not-read-only', 'select * into copied from customers'],
    ['query.not-read-only', 'select * from customers for update'],
    ['query.not-read-only', 'select * from (select * from customers for share) x'],
    ['query.not-read-only', "select set_config('statement_timeout', '0', false)"],
    ['query.not-read-only', "select pg_catalog.SET_CONFIG('statement_timeout', '0', false)"],
    [
      'query.not-read-only',
      "select query_to_xml('select set_config(''statement_timeout'', ''0'', true)', true, true, '')",
    ],
    ['query.not-read-only', `select pg_catalog."query_to_xml_and_xmlschema"('select 1', true, true, '')`],
    ['query.not-read-only', "select cursor_to_xml('model', 1, true, true, '')"],
    ['query.not-read-only', "select * from table_to_xmlschema('customers', true, true, '')"],
    ['query.not-read-only', "select schema_to_xml('public', true, true, '')"],
    ['query.not-read-only', "select database_to_xml(true, true, '')"],
    ['query.not-read-only', "select * from ts_stat('select set_config(''statement_timeout'', ''0'', true)::tsvector')"],
    ['query.not-read-only', 'set statement_timeout = 0'],
    ['query.not-read-only', 'copy customers to stdout'],
    ['query.not-read-only', "copy (select 1) to program 'sh'"],
    ['query.not-read-only', 'create table copied as select 1'],
    ['query.not-read-only', 'explain analyze select 1'],
    ['query.not-read-only', 'do $$ begin end $$'],
    ['query.not-read-only', 'begin'],
    ['query.not-read-only', 'truncate customers'],
    ['query.not-read-only', 'call refresh()'],
    ['query.several-statements', 'select 1; select 2'],
    ['query.several-statements', 'select 1; drop table customers'],
    ['query.several-statements', 'commit; drop table customers'],
    ['query.invalid', ''],
    ['query.invalid', ' \n '],
    ['query.invalid', '-- nothing'],
    ['query.invalid', ';'],
    ['query.invalid', 'selec 1'],
    ['query.invalid', 'select $1'],
    ['query.invalid', 'select 1\0; drop table customers'],
  ])('is refused as %s: %s', async (code, query) => {
    expect(await codeOf(query)).toBe(code);
  });

  it('is refused with the place of the mistake, in characters from 1', async () => {
    await expect(assertReadOnly("select 'ü' frm wo x")).rejects.toMatchObject({ code: 'query.invalid', position: 16 });
  });

  it.each([
    ['operators', (n: number) => `select ${'1+'.repeat(n)}1`, 45_000],
    ['casts', (n: number) => `select 1${'::int'.repeat(n)}`, 18_000],
    ['operators in parentheses', (n: number) => `select ${'(1+'.repeat(n)}1${')'.repeat(n)}`, 20_000],
    ['parentheses', (n: number) => `select ${'('.repeat(n)}1${')'.repeat(n)}`, 45_000],
    ['set operations', (n: number) => `select 1, 2${' union select 1, 2'.repeat(n)}`, 5_500],
    ['negations', (n: number) => `select ${'not '.repeat(n)}true`, 24_000],
  ])('is refused when it is a chain of too many %s, and the parser lives on', async (_what, build, n) => {
    expect(await codeOf(build(n))).toBe('query.invalid');
    expect(await codeOf(build(500))).toBe('passed');
  });
});
