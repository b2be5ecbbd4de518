import type { RoleDocument } from '@imprimatur/contracts';
import { builtInRole, builtInRoles, mustRequestApproval, wouldSave, type BuiltInRoleKey } from './index.ts';
import { destination, role, source } from './role.fixture.ts';

const draft = { models: 'draft', syncs: 'draft' } as const;
const publish = { models: 'publish', syncs: 'publish' } as const;
const [drafts, publishes] = [{ syncs: 'draft' } as const, { syncs: 'publish' } as const];

/** Of a role: where it may only draft, models then syncs; how it saves with approvals required, then without. */
const cases: [string, RoleDocument | null, [string, string], [string, string]][] = [
  ['no role', null, ['none', 'none'], ['cannotSave', 'cannotSave']],
  ['a role without grants', role([]), ['none', 'none'], ['cannotSave', 'cannotSave']],
  [
    'draft everywhere',
    role([source('all', draft)], [destination('all', drafts)]),
    ['all', 'all'],
    ['mustRequestApproval', 'cannotSave'],
  ],
  [
    'publish everywhere',
    role([source('all', publish)], [destination('all', publishes)]),
    ['none', 'none'],
    ['keepPublishNow', 'keepPublishNow'],
  ],
  [
    'draft on one source and publish on another',
    role([source('a', draft), source('b', publish)], [destination('all', publishes)]),
    ['some', 'some'],
    ['keepPublishNow', 'keepPublishNow'],
  ],
  [
    'draft on one source, named, and nothing elsewhere',
    role([source('all'), source('a', draft)], [destination('all', publishes)]),
    ['all', 'all'],
    ['mustRequestApproval', 'cannotSave'],
  ],
  [
    'publish but for one named source',
    role([source('all', publish), source('a', draft)], [destination('all', publishes)]),
    ['some', 'some'],
    ['keepPublishNow', 'keepPublishNow'],
  ],
  [
    'syncs to one destination as drafts only',
    role([source('all', publish)], [destination('all', publishes), destination('d', drafts)]),
    ['none', 'some'],
    ['keepPublishNow', 'keepPublishNow'],
  ],
  [
    'publish on sources, draft on destinations: the weaker counts',
    role([source('all', { syncs: 'publish' })], [destination('all', drafts)]),
    ['none', 'all'],
    ['mustRequestApproval', 'cannotSave'],
  ],
  [
    'publish on sources, nothing on destinations',
    role([source('all', { syncs: 'publish' })], [destination('all')]),
    ['none', 'none'],
    ['cannotSave', 'cannotSave'],
  ],
  [
    'publish without view',
    role([source('all', { ...publish, view: false }), source('a', draft)], [destination('all', publishes)]),
    ['all', 'all'],
    ['mustRequestApproval', 'cannotSave'],
  ],
  [
    'one source named twice: the weaker counts',
    role([source('a', publish), source('a', draft)], [destination('all', publishes)]),
    ['all', 'all'],
    ['mustRequestApproval', 'cannotSave'],
  ],
];

describe('a role that may only draft', () => {
  it.each(cases)('%s', (_what, document, [models, syncs], [required, off]) => {
    expect(mustRequestApproval(document)).toEqual({ models, syncs });
    expect(wouldSave(document, { requireApprovals: true })).toBe(required);
    expect(wouldSave(document, { requireApprovals: false })).toBe(off);
  });

  it('is, of the built-in ones, only the draft editor', () => {
    const saves = (requireApprovals: boolean): Record<string, BuiltInRoleKey[]> =>
      Object.groupBy(
        builtInRoles.map(({ key }) => key),
        (key) => wouldSave(builtInRole(key, 'id'), { requireApprovals }),
      );
    const publishers = ['admin', 'workspace-editor', 'model-sync-editor', 'sync-editor'];
    const others = ['workspace-viewer', 'audience-editor'];
    expect(saves(true)).toEqual({
      keepPublishNow: [...publishers, 'source-admin', 'destination-admin'],
      mustRequestApproval: ['workspace-draft-editor'],
      cannotSave: others,
    });
    expect(saves(false)).toEqual({
      keepPublishNow: [...publishers, 'source-admin', 'destination-admin'],
      cannotSave: ['workspace-draft-editor', ...others],
    });
  });
});
