import { codeLine, oneLine, paragraphs } from './readable.ts';

describe('one line', () => {
  it('has no line breaks, controls or direction marks', () => {
    expect(oneLine('a\r\nBcc: b@c\u2028d\u0000\t e', 100)).toBe('a Bcc: b@c d e');
    expect(oneLine('\u202Eevil\u202C \u2066x\u2069', 100)).toBe('evil x');
  });

  it('keeps letters of every script, and whole emoji', () => {
    expect(oneLine('مرحبا 👩‍👩‍👧‍👦', 100)).toBe('مرحبا 👩‍👩‍👧‍👦');
    expect(oneLine('ab👩‍👩‍👧‍👦cd', 5)).toBe('ab…');
  });

  it('is never longer than told', () => {
    expect(oneLine('x'.repeat(10_000), 80)).toHaveLength(81);
  });

  it('is well-formed text even where the input is half a character', () => {
    expect(oneLine('a\ud800b', 10).isWellFormed()).toBe(true);
  });
});

describe('paragraphs', () => {
  it('keep their lines', () => {
    expect(paragraphs('one\r\n\r\ntwo\u2029three', 100)).toEqual(['one', '', 'two', 'three']);
  });

  it('say how much is left out', () => {
    expect(paragraphs('y'.repeat(10_000), 2_000).at(-1)).toBe('(8,000 more characters in the request)');
  });
});

describe('a line of code', () => {
  it('spells out what cannot be seen', () => {
    expect(codeLine("admin\u202E' or 1=1\u200b", 100)).toBe("admin‹U+202E›' or 1=1‹U+200B›");
  });

  it('says how much of it is left out', () => {
    expect(codeLine('x'.repeat(10_000), 300)).toMatch(/^x{300}… \(9,700 more characters\)$/);
  });
});
