import { areSameRoles, cellOf, changedCells, keyOf, mergedOnto } from './role-cells.ts';
import { blankRole, bodyOf, contentOf, implyingView, rowOf, withoutRow, withRight, withRow } from './role-content.ts';
import { flagsByCell } from './without-effect.ts';

const ONE = '01920000-0000-7000-8000-00000000000a';
const TWO = '01920000-0000-7000-8000-00000000000b';
const blank = contentOf(blankRole());
const keysOf = (...pair: Parameters<typeof changedCells>): string[] => changedCells(...pair).map(keyOf);

describe('a role as it is edited', () => {
  it('has a row of all that is not sent while it gives nothing', () => {
    expect(bodyOf(blank)).toMatchObject({ sources: [], destinations: [] });
    const named = withRow(blank, 'sources', ONE);
    expect(bodyOf(named).sources.map(({ scope }) => scope)).toEqual([ONE]);
    expect(bodyOf(withRight(blank, 'sources', 'all', 'run', true)).sources).toMatchObject([
      { scope: 'all', run: true },
    ]);
  });

  it('gives View with whatever takes it, and says what does', () => {
    const drafting = withRight(blank, 'sources', 'all', 'models', 'draft');
    expect(drafting.sources).toMatchObject([{ view: true, models: 'draft' }]);
    expect(implyingView('sources', drafting.sources[0]!)).toEqual(['models']);
    const without = withRight(drafting, 'sources', 'all', 'models', 'none');
    expect(implyingView('sources', without.sources[0]!)).toEqual([]);
  });

  it('begins a row as what it replaces', () => {
    const approving = withRight(blank, 'destinations', 'all', 'approve', true);
    expect(rowOf(withRow(approving, 'destinations', ONE), 'destinations', ONE)).toMatchObject({
      approve: true,
      run: false,
    });
  });
});

describe('what differs between two states of a role', () => {
  it('is counted by cells, and a row that came or went as one', () => {
    const changed = withRow(
      withRight({ ...blank, name: 'Keeper' }, 'sources', 'all', 'run', true),
      'destinations',
      ONE,
    );
    expect(keysOf(blank, changed)).toEqual(['name', 'sources.all.view', 'sources.all.run', `destinations.${ONE}`]);
    expect(keysOf(changed, withoutRow(changed, 'destinations', ONE))).toEqual([`destinations.${ONE}`]);
    expect(areSameRoles(changed, changed)).toBe(true);
  });

  it.each(['name', 'workspace.members', `sources.${ONE}`, `destinations.all.syncs`])(
    'is named %s there and back',
    (key) => {
      expect(keyOf(cellOf(key)!)).toBe(key);
    },
  );
  it('knows nothing of other names', () => expect([cellOf('owner'), cellOf('models.all.run')]).toEqual([null, null]));
});

describe('changes made to what somebody else has saved', () => {
  const seen = withRow(withRow(blank, 'sources', ONE), 'sources', TWO);

  it('leave to them what one did not touch', () => {
    const theirs = { ...withRight(seen, 'sources', ONE, 'run', true), name: 'Theirs' };
    const mine = withRight(seen, 'sources', ONE, 'approve', true);
    const merged = mergedOnto(theirs, seen, mine);
    expect(merged.name).toBe('Theirs');
    expect(rowOf(merged, 'sources', ONE)).toMatchObject({ run: true, approve: true });
  });

  it('bring back a row that they removed where one has changed it, and remove what one has removed', () => {
    const mine = withoutRow(withRight(seen, 'sources', ONE, 'approve', true), 'sources', TWO);
    const merged = mergedOnto(withoutRow(seen, 'sources', ONE), seen, mine);
    expect(merged.sources.map(({ scope, approve }) => [scope, approve])).toEqual([
      ['all', false],
      [ONE, true],
    ]);
  });
});

it('finds the cells of what has no effect by the rows of the role that was asked about', () => {
  const asked = bodyOf(withRow(blank, 'sources', ONE));
  const flags = [
    { path: '/sources/0/run', reason: 'no-counterpart' },
    { path: '/sources/0', reason: 'grants-nothing' },
    { path: '/workspace/audiences', reason: 'nothing-to-view' },
  ] as const;
  expect([...flagsByCell(asked, flags).keys()]).toEqual([
    `sources.${ONE}.run`,
    `sources.${ONE}`,
    'workspace.audiences',
  ]);
});
