import type { ModelContent } from '@imprimatur/contracts';
import { mergedFields } from './merged-fields.ts';
import { rebase } from './rebase.ts';

const model = (query: string, columns: ModelContent['columns'], primaryKey = 'id'): ModelContent => ({
  query,
  configuration: { primaryKey },
  columns,
});
const id = { name: 'id', type: 'integer' as const };
const email = (type: 'text' | 'json') => ({ name: 'email', type });

describe('the fields of a rebase', () => {
  const sides = {
    base: model('select 1', [id, email('text')]),
    published: model('select 2', [id, email('json'), { name: 'plan', type: 'text' }]),
    mine: model('select 3', [email('json')], 'email'),
  };

  it('are those that anybody changed, each with whose change it takes', () => {
    expect(mergedFields('model', sides)).toEqual([
      { path: '/query', label: 'Query', base: 'select 1', published: 'select 2', mine: 'select 3', from: 'conflict' },
      {
        ...{ path: '/configuration/primaryKey', label: 'Primary key', from: 'mine' },
        ...{ base: 'id', published: 'id', mine: 'email' },
      },
      { path: '/columns/id', label: 'Column id', base: 'integer', published: 'integer', mine: null, from: 'mine' },
      { path: '/columns/email', label: 'Column email', base: 'text', published: 'json', mine: 'json', from: 'both' },
      { path: '/columns/plan', label: 'Column plan', base: null, published: 'text', mine: null, from: 'published' },
    ]);
  });

  it('conflict exactly where the rebase does', () => {
    const conflicting = mergedFields('model', sides).filter(({ from }) => from === 'conflict');
    expect(conflicting.map(({ path }) => path)).toEqual(rebase('model', sides).conflicts.map(({ path }) => path));
  });

  it('are all that is there where a draft started from nothing, unless both have the same', () => {
    const fields = mergedFields('model', { ...sides, base: null });
    expect(fields.map(({ path, from }) => [path, from])).toEqual([
      ['/query', 'conflict'],
      ['/configuration/primaryKey', 'conflict'],
      ['/columns/id', 'published'],
      ['/columns/email', 'both'],
      ['/columns/plan', 'published'],
    ]);
  });
});
