import { compareSearchOf } from './compare-search.ts';
import { chosenSides, sidesOf } from './sides.ts';

describe('what is compared', () => {
  it('is whatever the address says, if that is a version or the draft', () => {
    expect(compareSearchOf({ from: 2, to: 'draft', other: 1 })).toEqual({ from: 2, to: 'draft' });
    expect(compareSearchOf({ from: 'x', to: -1 })).toEqual({});
    expect(compareSearchOf({ from: 1.5, to: null })).toEqual({});
  });

  it('can be any version and the draft, the newest first', () => {
    expect(sidesOf(3, true)).toEqual(['draft', 3, 2, 1]);
    expect(sidesOf(null, false)).toEqual([]);
  });

  it('is the newest with the one before it, where the address leaves it open', () => {
    expect(chosenSides({}, ['draft', 2, 1])).toEqual({ from: 2, to: 'draft' });
    expect(chosenSides({ to: 2 }, ['draft', 2, 1])).toEqual({ from: 1, to: 2 });
    expect(chosenSides({ from: 1 }, ['draft', 2, 1])).toEqual({ from: 1, to: 'draft' });
    expect(chosenSides({}, [1])).toEqual({ from: 1, to: 1 });
    expect(chosenSides({ from: 9, to: 'draft' }, [2, 1])).toEqual({ from: 1, to: 2 });
    expect(chosenSides({}, [])).toBeNull();
  });
});
