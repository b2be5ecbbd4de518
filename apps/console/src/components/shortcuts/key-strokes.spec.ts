import { isChord, matchOf, strokeOf } from './key-strokes.ts';

const press = (key: string, held: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
const nothing = (): void => undefined;
const shortcut = (keys: string, says = keys) => ({ keys, says, run: nothing });

describe('a stroke', () => {
  it.each([
    [press('j'), 'j'],
    [press('J'), 'j'],
    [press('?'), '?'],
    [press('Enter'), 'Enter'],
    [press('k', { ctrlKey: true }), 'mod+k'],
    [press('K', { metaKey: true }), 'mod+k'],
  ])('of %j is %s', (pressed, stroke) => {
    expect(strokeOf(pressed)).toBe(stroke);
  });

  it.each([press('Shift'), press('j', { altKey: true }), press('Dead')])('is none for %j', (pressed) => {
    expect(strokeOf(pressed)).toBeNull();
  });
});

describe('what strokes amount to', () => {
  const known = [shortcut('g m'), shortcut('j', 'of the page'), shortcut('j', 'of what lies over it')];

  it('is the shortcut registered last', () => {
    expect(matchOf(['j'], known)).toEqual({ is: 'complete', shortcut: known[2] });
  });

  it('is a beginning, then the shortcut', () => {
    expect(matchOf(['g'], known)).toEqual({ is: 'begun' });
    expect(matchOf(['g', 'm'], known)).toEqual({ is: 'complete', shortcut: known[0] });
  });

  it('is nothing otherwise', () => {
    expect(matchOf(['m'], known)).toEqual({ is: 'nothing' });
    expect(matchOf(['g', 'x'], known)).toEqual({ is: 'nothing' });
  });
});

it('only chords work in fields', () => {
  expect(['mod+k', 'mod+Enter', 'g m', 'j', '?'].filter(isChord)).toEqual(['mod+k', 'mod+Enter']);
});
