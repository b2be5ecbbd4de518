import type { RoleDocument } from '@imprimatur/contracts';
import fc from 'fast-check';
import { allowances, arbitraryRole } from './arbitrary-role.fixture.ts';
import { builtInRole, builtInRoles, grantsWithoutEffect, type WithoutEffect } from './index.ts';
import { destination, role, source } from './role.fixture.ts';

const cases: [string, RoleDocument, [path: string, reason: string][]][] = [
  [
    'approve, run and syncs on a destination only',
    role(
      [source('all', { models: 'publish', approve: false })],
      [destination('all', { syncs: 'draft', approve: true, run: true })],
    ),
    [
      ['/destinations/0/syncs', 'no-counterpart'],
      ['/destinations/0/approve', 'no-counterpart'],
      ['/destinations/0/run', 'no-counterpart'],
    ],
  ],
  [
    'run and syncs on a source only; approve there is for models too',
    role([source('all', { syncs: 'publish', approve: true, run: true })], [destination('all')]),
    [
      ['/sources/0/syncs', 'no-counterpart'],
      ['/sources/0/run', 'no-counterpart'],
    ],
  ],
  [
    'publish syncs on a source, where every destination gives draft at most',
    role(
      [source('all', { syncs: 'publish' }), source('a', { syncs: 'draft', run: false, approve: true })],
      [destination('d', { syncs: 'draft' })],
    ),
    [['/sources/0/syncs', 'weaker-counterpart']],
  ],
  [
    'a named grant that gives what all gives',
    role([source('all', { models: 'draft' }), source('a', { models: 'draft' }), source('b', { models: 'publish' })]),
    [['/sources/1', 'same-as-all']],
  ],
  [
    'a named grant that differs from all in nothing that has an effect',
    role([source('all'), source('a', { run: true })], [destination('all')]),
    [['/sources/1', 'same-as-all']],
  ],
  [
    'a grant without view where nothing is granted',
    role([source('a', { view: false })], [destination('all', { view: false })]),
    [
      ['/sources/0', 'grants-nothing'],
      ['/destinations/0', 'grants-nothing'],
    ],
  ],
  ['a grant without view that takes away what all gives', role([source('all'), source('a', { view: false })]), []],
  [
    'rights without view',
    role([source('all'), source('a', { view: false, models: 'draft', approve: true })]),
    [
      ['/sources/1/models', 'view-missing'],
      ['/sources/1/approve', 'view-missing'],
    ],
  ],
  [
    'audiences and journeys of models that nobody sees',
    { ...role([], [destination('all')]), workspace: { ...role([]).workspace, audiences: true, journeys: true } },
    [
      ['/workspace/audiences', 'nothing-to-view'],
      ['/workspace/journeys', 'nothing-to-view'],
    ],
  ],
];

describe('what has no effect in a role', () => {
  it.each(cases)('is %s', (_what, document, flags) => {
    expect(grantsWithoutEffect(document)).toEqual(flags.map(([path, reason]) => ({ path, reason })));
  });

  it('is nothing in the built-in ones', () => {
    for (const { key } of builtInRoles) expect([key, grantsWithoutEffect(builtInRole(key, 'id'))]).toEqual([key, []]);
  });

  it('can be taken away, each alone or all together, and the role allows the same', () => {
    fc.assert(
      fc.property(arbitraryRole, (document) => {
        const flags = grantsWithoutEffect(document);
        const same = allowances(document);
        for (const flag of flags) expect([flag, allowances(without(document, [flag]))]).toEqual([flag, same]);
        expect(allowances(without(document, flags))).toEqual(same);
      }),
      { numRuns: 500 },
    );
  });

  it('is all there is of it: taking away anything else changes what the role allows', () => {
    fc.assert(
      fc.property(arbitraryRole, (document) => {
        const flags = grantsWithoutEffect(document).map(({ path }) => path);
        const before = JSON.stringify([...allowances(document)]);
        const idle = everyRight(document)
          .filter((path) => !flags.some((flagged) => path === flagged || path.startsWith(`${flagged}/`)))
          .filter(
            (path) =>
              JSON.stringify([...allowances(without(document, [{ path, reason: 'no-counterpart' }]))]) === before,
          );
        expect(idle).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Every right that is given, and every grant, as paths. */
function everyRight({ workspace, sources, destinations }: RoleDocument): string[] {
  const paths = Object.entries(workspace)
    .filter(([, given]) => given)
    .map(([right]) => `/workspace/${right}`);
  for (const [kind, grants] of Object.entries({ sources, destinations })) {
    for (const [index, grant] of grants.entries()) {
      const rights = Object.entries(grant).filter(([right, v]) => right !== 'scope' && v !== false && v !== 'none');
      paths.push(`/${kind}/${index}`, ...rights.map(([right]) => `/${kind}/${index}/${right}`));
    }
  }
  return paths;
}

/** The role with what these name taken away; of a level that a weaker one outweighs, what it gives beyond that. */
function without(document: RoleDocument, flags: WithoutEffect[]): RoleDocument {
  const left = structuredClone(document);
  const gone = new Set<unknown>();
  for (const { path, reason } of flags) {
    const [, kind, at, right] = path.split('/') as [string, 'sources' | 'destinations' | 'workspace', string, string?];
    if (kind === 'workspace') Object.assign(left.workspace, { [at]: false });
    else if (right === undefined) gone.add(left[kind][Number(at)]);
    else {
      const grant = left[kind][Number(at)] as unknown as Record<string, unknown>;
      grant[right] = typeof grant[right] === 'boolean' ? false : reason === 'weaker-counterpart' ? 'draft' : 'none';
    }
  }
  left.sources = left.sources.filter((grant) => !gone.has(grant));
  left.destinations = left.destinations.filter((grant) => !gone.has(grant));
  return left;
}
