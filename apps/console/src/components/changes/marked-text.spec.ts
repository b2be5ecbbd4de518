import { markedText } from './marked-text.ts';

describe('the text of a changed line', () => {
  it('marks the words that differ from the line in its place', () => {
    expect(markedText("  and plan <> 'trial'", "  and plan <> 'free'")).toEqual([
      { text: "  and plan <> '" },
      { text: 'trial', isMarked: true },
      { text: "'" },
    ]);
  });

  it('marks nothing where the lines have little in common, or nothing stands in its place', () => {
    expect(markedText('order by id', 'where c.active')).toEqual([{ text: 'order by id' }]);
    expect(markedText('order by id', undefined)).toEqual([{ text: 'order by id' }]);
  });

  it('marks nothing in lines that nobody wrote by hand', () => {
    const long = 'a '.repeat(600);
    expect(markedText(`${long}b`, `${long}c`)).toEqual([{ text: `${long}b` }]);
  });

  it('shows characters that would reorder or hide what is read', () => {
    expect(markedText("a = '\u202e' --\u200b", undefined)).toEqual([
      { text: "a = '" },
      { text: '\u202e', hidden: 'U+202E' },
      { text: "' --" },
      { text: '\u200b', hidden: 'U+200B' },
    ]);
  });
});
