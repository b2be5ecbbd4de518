import fc from 'fast-check';
import { allowances, arbitraryRole } from './arbitrary-role.fixture.ts';
import { exceeds } from './index.ts';
import { destination, role, source } from './role.fixture.ts';

const full = { configure: true, models: 'publish', syncs: 'publish', approve: true, run: true } as const;
const sourceRights = ['view', 'configure', 'models', 'syncs', 'approve', 'run'];

describe('handing out a role', () => {
  it('names every right its giver lacks', () => {
    const wanted = role([source('all', { approve: true, models: 'publish' })], [destination('d', { run: true })]);
    wanted.workspace = { ...wanted.workspace, members: true };
    expect(exceeds(wanted, role([source('all', { models: 'draft' })]))).toEqual([
      'workspace.members',
      'sources.all.models',
      'sources.all.approve',
      'destinations.d.view',
      'destinations.d.run',
    ]);
  });

  it('sees through scopes: a restriction its giver has cannot be left out', () => {
    const holder = role([source('all', full), source('secret', { view: false })]);
    expect(exceeds(role([source('all', full)]), holder)).toEqual(sourceRights.map((r) => `sources.secret.${r}`));
    expect(exceeds(role([source('all', full), source('secret', { ...full, view: false })]), holder)).toEqual([]);
  });

  it('judges a scope that its giver’s role names twice by the weaker, as abilities do', () => {
    const holder = role([source('twice', full), source('twice')]);
    expect(exceeds(role([source('twice', { models: 'draft' })]), holder)).toEqual(['sources.twice.models']);
  });

  it('never lets a role do what its giver could not', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryRole, (granted, holder) => {
        fc.pre(exceeds(granted, holder).length === 0);
        const held = allowances(holder);
        for (const [right, amount] of allowances(granted))
          expect([right, amount <= held.get(right)!]).toEqual([right, true]);
      }),
      { numRuns: 300 },
    );
  });
});
