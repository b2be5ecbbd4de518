import { model, query, sync } from './contents.fixture.ts';
import { changesOf, renderText } from './index.ts';

const here = { ends: [], now: new Date('2026-11-22T12:00:00Z') };

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
