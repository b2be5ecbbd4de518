import fc from 'fast-check';
import { mergeLines } from './merge-lines.ts';

const text = fc
  .array(fc.constantFrom('select', 'id,', 'from t', 'where x', ''), { minLength: 1, maxLength: 12 })
  .map((lines) => lines.join('\n'));

describe('a merge of lines', () => {
  it('has the lines of both sides where untouched lines are between them', () => {
    const base = 'a\nb\nc\nd\ne';
    expect(mergeLines(base, 'a\nB\nc\nd\ne', 'a\nb\nc\nD\nd2\ne')).toBe('a\nB\nc\nD\nd2\ne');
    expect(mergeLines(base, 'b\nc\nd\ne', 'a\nb\nc\nd\ne\nf')).toBe('b\nc\nd\ne\nf');
  });

  it.each([
    ['the same line', 'a\nX\nc', 'a\nY\nc'],
    ['lines side by side', 'X\nb\nc', 'a\nY\nc'],
    ['lines added in one place', 'a\nX\nb\nc', 'a\nY\nb\nc'],
    ['a line that the other removed', 'a\nc', 'a\nY\nc'],
  ])('is none where both changed %s', (_, published, mine) => {
    expect(mergeLines('a\nb\nc', published, mine)).toBeNull();
  });

  it('is none for texts that have too little in common', () => {
    const lines = (word: string): string => Array.from({ length: 2_000 }, (_, n) => `${word} ${n}`).join('\n');
    expect(mergeLines(lines('a'), lines('b'), lines('a'))).toBeNull();
  });

  it('is one side where the other changed nothing, and does not depend on which side is whose', () => {
    fc.assert(
      fc.property(text, text, text, (base, published, mine) => {
        expect(mergeLines(base, base, mine)).toBe(mine);
        expect(mergeLines(base, published, base)).toBe(published);
        expect(mergeLines(base, published, mine)).toBe(mergeLines(base, mine, published));
      }),
      { numRuns: 300 },
    );
  });
});
