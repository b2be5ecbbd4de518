import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { configuration, daily, model, query, sync } from './contents.fixture.ts';
import { changesOf, renderText } from './index.ts';

const here = { ends: [], now: new Date('2026-11-22T12:00:00Z') };

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

  it('are none between spellings of the same JSON, and only the option where there is one', () => {
    const spelled = (text: string) =>
      model({ configuration: { primaryKey: 'id', options: { sample: JSON.parse(text) as string } } });
    const [tight, loose] = [spelled('{"a":[1,{"b":null,"c":2.0}]}'), spelled('{ "a" : [ 1, { "c": 2, "b":null } ] }')];
    expect(changesOf('model', tight, loose, here)).toEqual([]);
    const named = model({
      configuration: { primaryKey: 'id', options: { ...model().configuration.options, constructor: 'x' } },
    });
    expect(changesOf('model', model(), named, here)).toEqual([
      {
        kind: 'field',
        path: '/configuration/options/constructor',
        label: 'Option constructor',
        before: null,
        after: 'x',
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
  it('are none where only the order of mapping rows, keys, days and times, or the spelling of an instant differs', () => {
    const before = sync({ keys: ['external_id', 'full_name'] }, {
      ...sync().schedule,
      startAt: '2026-12-01T00:00:00Z',
    } as SyncContent['schedule']);
    const after = sync(
      { mapping: [...configuration.mapping].reverse(), keys: ['full_name', 'external_id'] },
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

  it('show a schedule that is still being written without runs', () => {
    const after = sync({}, { kind: 'cron', expression: '99 whenever', timeZone: 'UTC' });
    expect(changesOf('sync', sync(), after, here)).toEqual([
      expect.objectContaining({ kind: 'schedule', after: 'cron 99 whenever (UTC)', nextRuns: [] }),
    ]);
  });

  it('tell the next runs as clocks in a time zone show them, if asked to', () => {
    const after = sync({}, { kind: 'interval', every: 6, unit: 'hours', timeZone: 'UTC' });
    const changes = changesOf('sync', sync(), after, { ...here, timeZone: 'Asia/Tokyo' });
    expect(changes).toMatchObject([
      {
        nextRuns: { length: 5, 0: '2026-11-22T18:00:00.000Z' },
        timeZone: 'Asia/Tokyo',
        localRuns: { length: 5, 0: '2026-11-23 03:00' },
      },
    ]);
    expect(renderText(changes)).toContain('    2026-11-23 03:00 (Asia/Tokyo)\n');
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
