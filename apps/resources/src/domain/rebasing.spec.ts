import type { Level } from '@imprimatur/contracts';
import { modelContent, syncContent } from '@imprimatur/testing';
import { draft, published, resource } from '../testing/resource.fixture.ts';
import {
  assertFits,
  assertMayRebase,
  assertRebasable,
  assertResolved,
  isPinned,
  isRebasable,
  mergeDraft,
  rebasedHead,
  unmappable,
  type Rebasable,
} from './rebasing.ts';
import type { Resource } from './resource.ts';

const where = (condition: string) =>
  modelContent({ query: `select id, email, city from customers where ${condition}` });
const stale = resource({
  published: published({ version: 2, revision: 3, content: where('active') }),
  draft: draft({ content: where('vip'), contributors: ['dana'] }),
}) as Rebasable;
const pins = { basedOn: { revision: 2 }, onto: { version: 2 } };

describe('a rebase', () => {
  it('is possible on a stale draft alone', () => {
    expect(isRebasable(stale)).toBe(true);
    for (const other of [resource(), resource({ draft: draft() }), resource({ published: null, draft: draft() })])
      expect(isRebasable(other)).toBe(false);
  });

  it('is of the revision and the version that were seen', () => {
    expect(isPinned(stale, pins)).toBe(true);
    expect(isPinned(stale, { ...pins, basedOn: { revision: 1 } })).toBe(false);
    expect(isPinned(stale, { ...pins, onto: { version: 1 } })).toBe(false);
    expect(isPinned({ ...stale, draft: null }, pins)).toBe(false);
  });

  it.each<[string, Resource, typeof pins, string, object]>([
    ['no draft', resource(), pins, 'draft.illegal-transition', { state: 'none', command: 'rebase' }],
    [
      'a draft in review',
      { ...stale, draft: draft({ state: 'in_review', requestId: 'request-7' }) },
      ...([pins, 'draft.in-review', { requestId: 'request-7' }] as const),
    ],
    [
      'another revision',
      stale,
      { ...pins, basedOn: { revision: 1 } },
      'draft.stale-base',
      {
        current: expect.objectContaining({ basedOn: { revision: 2 }, content: where('vip') }) as unknown,
        published: expect.objectContaining({ basedOn: { version: 2 }, content: where('active') }) as unknown,
      },
    ],
    [
      'a draft that is not stale',
      resource({ draft: draft() }),
      { ...pins, onto: { version: 1 } },
      ...(['draft.not-stale', { resourceId: resource().id }] as const),
    ],
  ])('is refused for %s', (_, of, named, code, details) => {
    expect(() => assertRebasable(of, named)).toThrow(expect.objectContaining({ code, details }));
  });

  it('is the draft’s next revision on the published version, by one contributor more', () => {
    expect(rebasedHead(stale, 'erin')).toMatchObject({
      ...{ draftId: stale.draft.draftId, baseVersion: 2, state: 'editing', contributors: ['dana', 'erin'] },
    });
    expect(rebasedHead(stale, 'dana').contributors).toEqual(['dana']);
  });

  // domain.md §3: while approvals are off, existing drafts are rebased by publishers alone.
  it.each<[Level, on: string | null, off: string | null]>([
    ['publish', null, null],
    ['draft', null, 'approvals.disabled-for-draft-role'],
    ['none', 'rights.missing', 'rights.missing'],
  ])('takes, of the level %s, what a save takes', (level, on, off) => {
    for (const [requireApprovals, code] of [
      [true, on],
      [false, off],
    ] as const) {
      const judge = () => assertMayRebase(level, requireApprovals);
      if (code === null) expect(judge).not.toThrow();
      else expect(judge).toThrow(expect.objectContaining({ kind: 'forbidden', code }));
    }
  });
});

describe('what a rebase comes to', () => {
  const base = modelContent();

  it('is refused with every conflict, before anything else that is wrong with it', () => {
    const merged = mergeDraft(stale, base, [{ path: '/columns/id', value: null }]);
    expect(() => assertResolved(merged)).toThrow(
      expect.objectContaining({
        ...{ kind: 'conflict', code: 'rebase.conflicts' },
        details: { conflicts: [expect.objectContaining({ path: '/query', published: where('active').query })] },
      }),
    );
    const resolved = mergeDraft(stale, base, [
      { path: '/columns/id', value: null },
      { path: '/query', take: 'mine' },
    ]);
    expect(() => assertResolved(resolved)).toThrow(
      expect.objectContaining({
        ...{ kind: 'invalid', code: 'rebase.invalid' },
        fields: [expect.objectContaining({ path: '/configuration/primaryKey' })],
      }),
    );
    expect(() => assertResolved(mergeDraft(stale, base, [{ path: '/query', take: 'mine' }]))).not.toThrow();
  });

  it('maps columns of the model alone', () => {
    const columns = modelContent().columns.filter(({ name }) => name !== 'email');
    const fields = unmappable(syncContent(), columns);
    expect(fields).toEqual([
      expect.objectContaining({ path: '/configuration/mapping/email', code: 'sync.unknown-column' }),
    ]);
    expect(() => assertFits(fields)).toThrow(expect.objectContaining({ code: 'rebase.invalid', fields }));
    expect(() => assertFits(unmappable(syncContent(), modelContent().columns))).not.toThrow();
  });
});
