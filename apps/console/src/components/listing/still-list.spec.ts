import { stillList } from './still-list.ts';

const row = (id: string, said = '') => ({ id, said });
const told = (kept: ReturnType<typeof row>[], items: ReturnType<typeof row>[]) => {
  const { shown, fresh } = stillList(kept, items);
  return [shown.map(({ item, isGone }) => `${item.id}${item.said}${isGone ? ' gone' : ''}`), fresh];
};

describe('a list that stands still', () => {
  const kept = [row('c'), row('b')];

  it('counts what came, and keeps what went in its place', () => {
    expect(told(kept, [row('e'), row('d'), row('b')])).toEqual([['c gone', 'b'], 2]);
  });

  it('brings its rows up to date, and grows at its end', () => {
    expect(told(kept, [row('c', '!'), row('b'), row('a')])).toEqual([['c!', 'b', 'a'], 0]);
  });

  it('takes what comes where there was nothing to read', () => {
    expect(told([], [row('a')])).toEqual([['a'], 0]);
  });

  it('counts all of another list', () => {
    expect(told(kept, [row('e')])).toEqual([['c gone', 'b gone'], 1]);
  });
});
