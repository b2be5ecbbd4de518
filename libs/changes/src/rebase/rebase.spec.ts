import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { rebase } from './rebase.ts';

const lines = ['select id,', '  email,', '  city', 'from customers', 'where active', 'order by id'];
const model = (over: Partial<ModelContent> = {}): ModelContent => ({
  query: lines.join('\n'),
  configuration: { primaryKey: 'id' },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'email', type: 'text' },
    { name: 'city', type: 'text' },
  ],
  ...over,
});
const without = (name: string): ModelContent['columns'] => model().columns.filter((column) => column.name !== name);
const typed = (name: string, type: 'text' | 'date' | 'json'): ModelContent['columns'] => [
  ...without(name),
  { name, type },
];
const sync = (over: Partial<SyncContent['configuration']> = {}, schedule?: SyncContent['schedule']): SyncContent => ({
  configuration: {
    modelId: '01990000-0000-7000-8000-000000000001',
    destinationId: '01990000-0000-7000-8000-000000000002',
    mode: 'upsert',
    object: 'crm.contacts',
    mapping: [
      { column: 'id', field: 'external_id' },
      { column: 'email', field: 'email' },
    ],
    keys: ['external_id'],
    ...over,
  },
  schedule: schedule ?? { kind: 'manual' },
});
const every = (n: number): SyncContent['schedule'] => ({ kind: 'interval', every: n, unit: 'hours', timeZone: 'UTC' });

describe('a rebase', () => {
  it('puts changes of both sides together where they are of different fields', () => {
    const published = model({ query: 'select 1 as id', configuration: { primaryKey: 'id', options: { sample: 5 } } });
    const mine = model({ configuration: { primaryKey: 'email' }, columns: typed('city', 'json') });
    expect(rebase('model', { base: model(), published, mine })).toEqual({
      merged: {
        query: 'select 1 as id',
        configuration: { primaryKey: 'email', options: { sample: 5 } },
        columns: typed('city', 'json'),
      },
      conflicts: [],
      invalid: [],
    });
  });

  it('returns what both changed differently, with its name and the three values, and mine in its place', () => {
    const published = sync({ object: 'crm.people', mapping: [{ column: 'id', field: 'external_id' }] }, every(2));
    const mapping = [
      { column: 'id', field: 'external_id' },
      { column: 'mail', field: 'email' },
    ];
    const mine = sync({ object: 'crm.humans', mapping, options: { batch: 10 } }, every(3));
    const { merged, conflicts } = rebase('sync', { base: sync(), published, mine });
    expect(conflicts).toEqual([
      {
        ...{ path: '/configuration/object', label: 'Table' },
        ...{ base: 'crm.contacts', published: 'crm.people', mine: 'crm.humans' },
      },
      { path: '/configuration/mapping/email', label: 'Field email', base: 'email', published: null, mine: 'mail' },
      { path: '/schedule', label: 'Schedule', base: { kind: 'manual' }, published: every(2), mine: every(3) },
    ]);
    expect(merged).toEqual(mine);
  });

  it('takes what a member decides: a side, another value, or nothing', () => {
    const published = sync({ object: 'crm.people', options: { batch: 1, dry: true } }, every(2));
    const mine = sync({ object: 'crm.humans', options: { batch: 2, dry: false } }, every(3));
    const resolved = rebase('sync', { base: sync(), published, mine }, [
      { path: '/configuration/object', take: 'published' },
      { path: '/schedule', take: 'mine' },
      { path: '/configuration/options/batch', value: 7 },
      { path: '/configuration/options/dry', value: null },
      { path: '/configuration/mapping/city', value: 'city' },
    ]);
    expect(resolved).toMatchObject({ conflicts: [], invalid: [] });
    expect(resolved.merged).toEqual(
      sync(
        {
          ...{ object: 'crm.people', options: { batch: 7 } },
          mapping: [...sync().configuration.mapping, { column: 'city', field: 'city' }],
        },
        every(3),
      ),
    );
  });

  it('has no conflict where both mean the same, and keeps what is published as it is', () => {
    const daily = { kind: 'weekly', times: ['08:00'], timeZone: 'UTC' } as const;
    const both = (days: ('monday' | 'friday')[], keys: string[]) =>
      sync({ keys }, { ...daily, times: ['08:00'], days });
    const published = both(['monday', 'friday'], ['external_id', 'email']);
    const { merged, conflicts } = rebase('sync', {
      base: sync(),
      published,
      mine: both(['friday', 'monday'], ['email', 'external_id']),
    });
    expect(conflicts).toEqual([]);
    expect(merged).toBe(published);
  });

  it('keeps the order of what is published, and puts what I added after what it follows', () => {
    const added = (name: string) => ({ name, type: 'text' as const });
    const published = model({ query: 'q', columns: [added('x'), ...model().columns.toReversed()] });
    const mine = model({ columns: [added('first'), ...model().columns, added('last')] });
    const { merged } = rebase('model', { base: model(), published, mine });
    expect((merged as ModelContent).columns.map(({ name }) => name)).toEqual([
      ...['first', 'x', 'city', 'last', 'email', 'id'],
    ]);
  });

  it('knows no base for a draft of what was not published then: what differs is in conflict', () => {
    const { conflicts } = rebase('model', { base: null, published: model(), mine: model({ query: 'select 2' }) });
    expect(conflicts).toEqual([
      { path: '/query', label: 'Query', base: null, published: model().query, mine: 'select 2' },
    ]);
  });

  it.each([
    ['a query with changes in different places', 1, 5, true],
    ['one with changes side by side', 3, 4, false],
  ])('suggests, and never decides, %s', (_, theirs, ours, suggests) => {
    const [published, mine] = [lines.with(theirs, 'theirs'), lines.with(ours, 'ours')];
    const { conflicts } = rebase('model', {
      ...{ base: model(), published: model({ query: published.join('\n') }) },
      mine: model({ query: mine.join('\n') }),
    });
    const suggestion = lines.with(theirs, 'theirs').with(ours, 'ours').join('\n');
    expect(conflicts).toEqual([expect.objectContaining({ path: '/query' })]);
    expect(conflicts[0]?.suggestion).toBe(suggests ? suggestion : undefined);
  });

  describe('of changes that are sound by themselves and not together', () => {
    it('names the primary key that is no column any more, and takes another', () => {
      const sides = {
        base: model(),
        published: model({ columns: without('email') }),
        mine: model({ configuration: { primaryKey: 'email' } }),
      };
      expect(rebase('model', sides)).toMatchObject({
        conflicts: [],
        invalid: [{ path: '/configuration/primaryKey', message: 'is not one of the columns' }],
      });
      expect(rebase('model', sides, [{ path: '/configuration/primaryKey', take: 'published' }]).invalid).toEqual([]);
      expect(rebase('model', sides, [{ path: '/columns/email', value: 'text' }]).invalid).toEqual([]);
    });

    it('names a key that is not mapped any more', () => {
      const sides = {
        base: sync(),
        published: sync({ mapping: [{ column: 'id', field: 'external_id' }] }),
        mine: sync({ keys: ['email'] }),
      };
      expect(rebase('sync', sides).invalid).toMatchObject([{ path: '/configuration/keys' }]);
    });
  });

  it('names the field of a value that does not fit, and a field that there is not', () => {
    const sides = { base: sync(), published: sync({ object: 'a' }), mine: sync({ object: 'b' }, every(3)) };
    const cron = { kind: 'cron', expression: '0 0 31 2 *', timeZone: 'UTC' };
    const { invalid } = rebase('sync', sides, [
      { path: '/configuration/object', value: 'not a table' },
      { path: '/configuration/mapping/email', value: 7 },
      { path: '/columns/id', take: 'mine' },
    ]);
    expect(invalid.map(({ path }) => path)).toEqual([
      ...['/columns/id', '/configuration/object', '/configuration/mapping/email'],
    ]);
    const never = rebase('sync', sides, [
      { path: '/configuration/object', take: 'mine' },
      { path: '/schedule', value: cron },
    ]);
    expect(never.invalid).toMatchObject([{ path: '/schedule/expression', code: 'schedule.never-fires' }]);
  });

  it('takes no square of what members name: an options object as large as a request may be is merged at once', () => {
    const options = Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`k${at}`, 0]));
    const mine = model({ configuration: { primaryKey: 'id', options } });
    const published = model({ configuration: { primaryKey: 'email' } });
    const startedAt = performance.now();
    const { merged, conflicts } = rebase('model', { base: model(), published, mine });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(merged.configuration).toEqual({ primaryKey: 'email', options });
    expect(conflicts).toEqual([]);
  });
});
