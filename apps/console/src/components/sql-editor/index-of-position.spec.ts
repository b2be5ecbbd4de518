import { indexOfPosition, lineAndColumn } from './index-of-position.ts';

describe('the place of an error in a query', () => {
  it('is counted in characters, however many halves they have', () => {
    const query = `select '🧨🧨' as x, nope`;
    expect(query.slice(indexOfPosition(query, 19))).toBe('nope');
  });

  it('is counted from where the query begins', () => {
    expect(indexOfPosition('\n\n  select nope', 8)).toBe(11);
  });

  it('never lies behind the end', () => {
    expect(indexOfPosition('abc', 99)).toBe(3);
  });

  it('is told by line and column', () => {
    expect(lineAndColumn('select\n  nope', 9)).toEqual({ line: 2, column: 3 });
  });
});
