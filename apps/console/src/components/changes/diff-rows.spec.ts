import { linesOf, pairsOf, rowsOf, startsOf, type QueryChange } from './diff-rows.ts';

const line = (kind: 'same' | 'added' | 'removed', text: string) => ({ kind, text });
const change: QueryChange = {
  kind: 'query',
  added: 2,
  removed: 1,
  hunks: [
    {
      oldStart: 3,
      oldLines: 2,
      newStart: 3,
      newLines: 3,
      lines: [line('same', 'from a'), line('removed', 'where b'), line('added', 'where b '), line('added', '  and c')],
    },
    { oldStart: 9, oldLines: 1, newStart: 10, newLines: 1, lines: [line('same', 'order by d')] },
  ],
};
const query = ['one', 'two', 'from a', 'where b ', '  and c', 'six', 'seven', 'eight', 'nine', 'order by d', 'end'];
const whole = query.join('\n');

describe('the rows of a diff', () => {
  it('number old and new lines apart, and count what was left out', () => {
    expect(rowsOf(change)).toEqual([
      { kind: 'folded', oldLine: 1, newLine: 1, count: 2 },
      { kind: 'same', oldLine: 3, newLine: 3, text: 'from a' },
      { kind: 'removed', oldLine: 4, text: 'where b', beside: 'where b ' },
      { kind: 'added', newLine: 4, text: 'where b ', beside: 'where b' },
      { kind: 'added', newLine: 5, text: '  and c' },
      { kind: 'folded', oldLine: 5, newLine: 6, count: 4 },
      { kind: 'same', oldLine: 9, newLine: 10, text: 'order by d' },
    ]);
  });

  it('show what was left out where it is unfolded, also after the last change', () => {
    const closed = rowsOf(change, { query: whole, open: new Set() });
    expect(closed.at(-1)).toEqual({ kind: 'folded', oldLine: 10, newLine: 11, count: 1 });
    const open = rowsOf(change, { query: whole, open: new Set([6, 11]) });
    expect(open.slice(5)).toEqual([
      { kind: 'same', oldLine: 5, newLine: 6, text: 'six' },
      { kind: 'same', oldLine: 6, newLine: 7, text: 'seven' },
      { kind: 'same', oldLine: 7, newLine: 8, text: 'eight' },
      { kind: 'same', oldLine: 8, newLine: 9, text: 'nine' },
      { kind: 'same', oldLine: 9, newLine: 10, text: 'order by d' },
      { kind: 'same', oldLine: 10, newLine: 11, text: 'end' },
    ]);
  });

  it('stand side by side, what was removed beside what came in its place', () => {
    const texts = pairsOf(rowsOf(change)).map((pair) =>
      'left' in pair ? [pair.left?.text ?? null, pair.right?.text ?? null] : pair.count,
    );
    expect(texts).toEqual([
      2,
      ['from a', 'from a'],
      ['where b', 'where b '],
      [null, '  and c'],
      4,
      ['order by d', 'order by d'],
    ]);
  });

  it('know where changes begin, in either view', () => {
    expect(startsOf(rowsOf(change))).toEqual([2]);
    expect(startsOf(pairsOf(rowsOf(change)))).toEqual([2]);
  });

  it('are as many as the lines of old and new that the server shows', () => {
    expect(linesOf(change)).toBe(5);
  });

  it('of a new query are its lines', () => {
    const created: QueryChange = {
      kind: 'query',
      added: 1,
      removed: 0,
      hunks: [{ oldStart: 0, oldLines: 0, newStart: 1, newLines: 1, lines: [line('added', 'select 1')] }],
    };
    expect(rowsOf(created, { query: 'select 1', open: new Set() })).toEqual([
      { kind: 'added', newLine: 1, text: 'select 1' },
    ]);
  });
});
