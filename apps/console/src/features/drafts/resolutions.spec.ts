import type { ModelContent } from '../../api/resource-queries.ts';
import { decided, fieldsToMerge, mergeOf, stillMeant, takenBy } from './resolutions.ts';

const model = (query: string, type: 'text' | 'json' = 'text'): ModelContent => ({
  query,
  configuration: { primaryKey: 'id' },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'email', type },
  ],
});
const sides = { base: model('select 1'), published: model('select 2', 'json'), mine: model('select 3') };
const [query, email] = fieldsToMerge('model', sides) as [never, never];

describe('what a member decides in a rebase', () => {
  it('is about conflicts first; what one side changed goes without saying', () => {
    expect(fieldsToMerge('model', sides).map(({ path, from }) => [path, from])).toEqual([
      ['/query', 'conflict'],
      ['/columns/email', 'published'],
    ]);
    expect([takenBy(query, {}), takenBy(email, {})]).toEqual([null, 'published']);
  });

  it('makes the merged content, and may go against what would happen anyway', () => {
    const first = decided(query, { path: '/query', value: 'select 4' }, {});
    const both = decided(email, { path: '/columns/email', take: 'mine' }, first);
    expect([takenBy(query, both), takenBy(email, both)]).toEqual(['own', 'mine']);
    expect(mergeOf('model', sides, both)).toMatchObject({ merged: model('select 4'), conflicts: [], invalid: [] });
    expect(decided(email, { path: '/columns/email', take: 'published' }, both)).toEqual(first);
  });

  it('holds while its field is what it was', () => {
    const decisions = { '/query': { path: '/query', take: 'mine' as const } };
    const same = fieldsToMerge('model', { ...sides, published: model('select 2') });
    const other = fieldsToMerge('model', { ...sides, published: model('select 5', 'json') });
    expect(stillMeant(fieldsToMerge('model', sides), same, decisions)).toEqual(decisions);
    expect(stillMeant(fieldsToMerge('model', sides), other, decisions)).toEqual({});
  });
});
