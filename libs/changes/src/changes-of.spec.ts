import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { changesOf, renderText } from './index.ts';

const here = { ends: [], now: new Date('2026-11-22T12:00:00Z') };
const query = ['select id,', '  name,', '  email', 'from customers', 'where active', 'order by id'].join('\n');
const model = (over: Partial<ModelContent> = {}): ModelContent => ({
  query,
  configuration: { primaryKey: 'id', options: { sample: { rate: 1, seed: 2 } } },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'name', type: 'text' },
  ],
  ...over,
});
const daily = {
  kind: 'weekly',
  days: ['monday', 'friday'],
  times: ['14:00', '08:00'],
  timeZone: 'Europe/Berlin',
} as const;
const configuration: SyncContent['configuration'] = {
  modelId: '01990000-0000-7000-8000-000000000001',
  destinationId: '01990000-0000-7000-8000-000000000002',
  mode: 'upsert',
  object: 'crm.contacts',
  mapping: [
    { column: 'id', field: 'external_id' },
    { column: 'name', field: 'full_name' },
  ],
  keys: ['external_id'],
};
const sync = (
  over: Partial<SyncContent['configuration']> = {},
  schedule: SyncContent['schedule'] = { ...daily, days: [...daily.days], times: [...daily.times] },
): SyncContent => ({
  configuration: { ...configuration, ...over },
  schedule,
});

describe('the changes of a model', () => {
  it('are none where only the order of keys and columns differs', () => {
    const reordered: ModelContent = {
      columns: [...model().columns].reverse(),
      configuration: { options: { sample: { seed: 2, rate: 1 } }, primaryKey: 'id' },
      query,
    };
    expect(changesOf('model', model(), reordered, here)).toEqual([]);
  });

  it('show the lines of the query that changed, with three lines around them', () => {
    const after = query.replace('  email', '  email,\n  phone');
    expect(changesOf('model', model(), model({ query: after }), here)).toEqual([
      {
        kind: 'query',
        added: 2,
        removed: 1,
        hunks: [
          {
            oldStart: 1,
            oldLines: 6,
            newStart: 1,
            newLines: 7,
            lines: [
              { kind: 'same', text: 'select id,' },
              { kind: 'same', text: '  name,' },
              { kind: 'removed', text: '  email' },
              { kind: 'added', text: '  email,' },
              { kind: 'added', text: '  phone' },
              { kind: 'same', text: 'from customers' },
              { kind: 'same', text: 'where active' },
              { kind: 'same', text: 'order by id' },
            ],
          },
        ],
      },
    ]);
  });

  it('show a line added at the end as just that', () => {
    const [change] = changesOf('model', model(), model({ query: `${query}\nlimit 10` }), here);
    expect(change).toMatchObject({ kind: 'query', added: 1, removed: 0 });
  });

  it('show two far apart places as two hunks', () => {
    const long = Array.from({ length: 40 }, (_, n) => `line ${n}`);
    const after = long.with(2, 'changed').with(36, 'changed').join('\n');
    const [change] = changesOf('model', model({ query: long.join('\n') }), model({ query: after }), here);
    expect(change).toMatchObject({
      hunks: [
        { oldStart: 1, oldLines: 6 },
        { oldStart: 34, oldLines: 7 },
      ],
    });
  });

  it('call a query with nothing in common replaced, without looking for long', () => {
    const lines = (word: string): string => Array.from({ length: 10_000 }, (_, n) => `${word} ${n}`).join('\n');
    const [change] = changesOf('model', model({ query: lines('a') }), model({ query: lines('b') }), here);
    expect(change).toMatchObject({ kind: 'query', added: 10_000, removed: 10_000, hunks: [{ oldStart: 1 }] });
  });

  it('go field by field through the configuration, options included', () => {
    const after = model({
      configuration: { primaryKey: 'name', options: { sample: { rate: 1, seed: 3 }, 'a/b': true } },
    });
    expect(changesOf('model', model(), after, here)).toEqual([
      { kind: 'field', path: '/configuration/primaryKey', label: 'Primary key', before: 'id', after: 'name' },
      { kind: 'field', path: '/configuration/options/a~1b', label: 'Option a/b', before: null, after: true },
      {
        kind: 'field',
        path: '/configuration/options/sample',
        label: 'Option sample',
        before: { rate: 1, seed: 2 },
        after: { rate: 1, seed: 3 },
      },
    ]);
  });

  it('name the columns that came, went or have another type', () => {
    const after = model({
      columns: [
        { name: 'age', type: 'integer' },
        { name: 'id', type: 'text' },
      ],
    });
    expect(changesOf('model', model(), after, here)).toEqual([
      { kind: 'column', name: 'age', before: null, after: 'integer' },
      { kind: 'column', name: 'id', before: 'integer', after: 'text' },
      { kind: 'column', name: 'name', before: 'text', after: null },
    ]);
  });

  it('are everything when it is new', () => {
    const changes = changesOf('model', null, model(), here);
    expect(changes.map(({ kind }) => kind)).toEqual(['query', 'field', 'field', 'column', 'column']);
    expect(changes[0]).toMatchObject({ added: 6, removed: 0 });
  });
});

describe('the changes of a sync', () => {
  it('are none where only the order of mapping rows, days and times, or the spelling of an instant differs', () => {
    const before = sync({}, { ...sync().schedule, startAt: '2026-12-01T00:00:00Z' } as SyncContent['schedule']);
    const after = sync(
      { mapping: [...configuration.mapping].reverse() },
      {
        ...daily,
        days: ['friday', 'monday'],
        times: ['08:00', '14:00'],
        startAt: '2026-12-01T01:00:00+01:00',
        endAt: null,
      },
    );
    expect(changesOf('sync', before, after, here)).toEqual([]);
  });

  it('name the mapping rows by destination field', () => {
    const mapping = [
      { column: 'id', field: 'external_id' },
      { column: 'display_name', field: 'full_name' },
      { column: 'email', field: 'email' },
    ];
    expect(changesOf('sync', sync(), sync({ mapping }), here)).toEqual([
      { kind: 'mapping', field: 'full_name', before: 'name', after: 'display_name' },
      { kind: 'mapping', field: 'email', before: null, after: 'email' },
    ]);
    expect(changesOf('sync', sync({ mapping }), sync(), here).at(-1)).toEqual({
      kind: 'mapping',
      field: 'email',
      before: 'email',
      after: null,
    });
  });

  it('go field by field through the configuration', () => {
    const changes = changesOf('sync', sync(), sync({ object: 'crm.people', keys: ['external_id', 'full_name'] }), here);
    expect(changes).toEqual([
      { kind: 'field', path: '/configuration/object', label: 'Table', before: 'crm.contacts', after: 'crm.people' },
      {
        kind: 'field',
        path: '/configuration/keys',
        label: 'Keys',
        before: ['external_id'],
        after: ['external_id', 'full_name'],
      },
    ]);
  });

  it('say the names of model and destination beside their ids, where the ends know them', () => {
    const end = { sourceId: 'a source', sourceName: 'warehouse', modelId: 'another model', modelName: 'People' };
    const ends = [{ ...end, destinationId: configuration.destinationId, destinationName: 'CRM' }];
    const after = sync({ modelId: 'another model', destinationId: 'elsewhere' });
    const changes = changesOf('sync', sync(), after, { ...here, ends });
    const { modelId, destinationId } = configuration;
    const change = (path: string, label: string) => ({ kind: 'field', path: `/configuration/${path}`, label });
    expect(changes).toEqual([
      { ...change('modelId', 'Model'), before: modelId, after: 'another model', afterName: 'People' },
      { ...change('destinationId', 'Destination'), before: destinationId, after: 'elsewhere', beforeName: 'CRM' },
    ]);
    expect(renderText(changes)).toBe(`Model: ${modelId} -> People\nDestination: CRM -> elsewhere`);
  });

  it('show the schedule in words, with the next five runs of the new one', () => {
    const after = sync({}, { kind: 'interval', every: 6, unit: 'hours', timeZone: 'UTC' });
    expect(changesOf('sync', sync(), after, here)).toEqual([
      {
        kind: 'schedule',
        before: 'on Monday and Friday at 08:00 and 14:00 (Europe/Berlin)',
        after: 'every 6 hours',
        nextRuns: [18, 24, 30, 36, 42].map((hour) => new Date(Date.UTC(2026, 10, 22, hour)).toISOString()),
      },
    ]);
  });

  it('show a time zone that words do not mention', () => {
    const hourly = (timeZone: string): SyncContent => sync({}, { kind: 'interval', every: 1, unit: 'hours', timeZone });
    expect(changesOf('sync', hourly('UTC'), hourly('Asia/Tokyo'), here)).toEqual([
      {
        kind: 'field',
        path: '/schedule/timeZone',
        label: 'Time zone of the schedule',
        before: 'UTC',
        after: 'Asia/Tokyo',
      },
    ]);
  });
});

describe('changes as text', () => {
  it('are a unified diff of the query and a line for everything else', () => {
    const after = model({
      query: query.replace('  email', '  email,\n  phone'),
      configuration: { primaryKey: 'name' },
      columns: [
        { name: 'id', type: 'text' },
        { name: 'phone', type: 'text' },
      ],
    });
    expect(renderText(changesOf('model', model(), after, here))).toBe(
      [
        'Query: 2 lines added, 1 line removed',
        '  @@ -1,6 +1,7 @@',
        '    select id,',
        '      name,',
        '  -   email',
        '  +   email,',
        '  +   phone',
        '    from customers',
        '    where active',
        '    order by id',
        'Primary key: id -> name',
        'Option sample: {"rate":1,"seed":2} -> (none)',
        'Columns:',
        '  ~ id: integer -> text',
        '  + phone (text)',
        '  - name (text)',
      ].join('\n'),
    );
  });

  it('tell a sync’s story', () => {
    const after = sync(
      {
        keys: ['external_id', 'full_name'],
        mapping: [
          { column: 'uid', field: 'external_id' },
          { column: 'name', field: 'full_name' },
        ],
      },
      { kind: 'manual' },
    );
    expect(renderText(changesOf('sync', sync(), after, here))).toBe(
      [
        'Keys: external_id -> external_id, full_name',
        'Mapping:',
        '  ~ external_id <- uid (was id)',
        'Schedule: on Monday and Friday at 08:00 and 14:00 (Europe/Berlin) -> only when started by hand',
      ].join('\n'),
    );
    expect(renderText(changesOf('sync', null, sync(), here))).toContain(
      '  Next runs if published now:\n    2026-11-23 07:00 UTC\n    2026-11-23 13:00 UTC\n',
    );
  });

  it('are empty for none', () => {
    expect(renderText([])).toBe('');
  });
});
