import { builtInRole } from '@imprimatur/abilities';
import { defaultSettings, type RoleDocument } from '@imprimatur/contracts';
import { DESTINATION, onDestination, onSource, roleContent, SOURCE } from '../testing/role-content.fixture.ts';
import { roleEffect, type Colleague, type RoleEffect } from './role-effect.ts';

const required = { ...defaultSettings, requireApprovals: true };
const document = (over: Parameters<typeof roleContent>[0]): RoleDocument => ({
  ...roleContent(over),
  id: 'analyst',
  builtIn: false,
});
/** Drafts on one source, publishes elsewhere; approves models there, and syncs to one destination. */
const analyst = document({
  sources: [
    onSource('all', { models: 'publish', syncs: 'publish', run: true }),
    onSource(SOURCE, { models: 'draft', syncs: 'draft', approve: true }),
  ],
  destinations: [
    onDestination('all', { syncs: 'publish', run: true }),
    onDestination(DESTINATION, { syncs: 'publish', approve: true }),
  ],
});
const here = { sourceId: SOURCE, destinationId: DESTINATION };
const [asked, live] = [
  { actions: ['submit', 'save_draft'], code: null },
  { actions: ['publish_now', 'submit', 'save_draft'], code: null },
];

describe('what a role comes to', () => {
  it.each<[string, Parameters<typeof roleEffect>[1], Partial<RoleEffect>]>([
    [
      'for models of a source that it names',
      { kind: 'model', sourceId: SOURCE },
      { saveOptions: asked as never, view: true, approve: true, run: false, preview: true },
    ],
    [
      'for models of any other source',
      { kind: 'model' },
      { saveOptions: live as never, view: true, approve: false, run: false, preview: true },
    ],
    [
      'for syncs between ends that it names',
      { kind: 'sync', ...here },
      { saveOptions: asked as never, view: true, approve: true, run: false, preview: true },
    ],
    [
      'for syncs from a source that it names to any other destination',
      { kind: 'sync', sourceId: SOURCE },
      { saveOptions: asked as never, approve: false, run: false },
    ],
    ['for syncs between any others', { kind: 'sync' }, { saveOptions: live as never, approve: false, run: true }],
  ])('%s', (_where, place, effect) => {
    expect(roleEffect(analyst, place, required, [])).toMatchObject({ ...effect, approvers: [] });
  });

  it('depends on whether approvals are required', () => {
    const place = { kind: 'model', sourceId: SOURCE } as const;
    expect(roleEffect(analyst, place, defaultSettings, []).saveOptions).toEqual({
      actions: [],
      code: 'approvals.disabled-for-draft-role',
    });
  });

  it('is nothing without grants', () => {
    const none = document({ sources: [], destinations: [] });
    expect(roleEffect(none, { kind: 'sync', ...here }, required, [])).toEqual({
      saveOptions: { actions: [], code: 'rights.missing' },
      view: false,
      approve: false,
      run: false,
      preview: false,
      approvers: [],
      withoutEffect: [],
    });
  });

  it('flags what has no effect', () => {
    const role = document({ destinations: [onDestination('all', { approve: true })] });
    expect(roleEffect(role, { kind: 'sync' }, required, []).withoutEffect).toEqual([
      { path: '/destinations/0/approve', reason: 'no-counterpart' },
    ]);
  });

  it('names who can approve there: persons, by their own roles', () => {
    const colleague = (name: string, role: RoleDocument, kind: Colleague['kind'] = 'person'): Colleague => ({
      memberId: name,
      name,
      kind,
      role,
    });
    const editor = builtInRole('workspace-editor', 'editor');
    const colleagues = [
      colleague('Ann', analyst),
      colleague('Bot', editor, 'service'),
      colleague('Dana', builtInRole('workspace-draft-editor', 'drafts')),
      colleague('Erin', editor),
    ];
    const approvers = (place: Parameters<typeof roleEffect>[1]) =>
      roleEffect(analyst, place, required, colleagues).approvers;
    const [ann, erin] = [
      { memberId: 'Ann', name: 'Ann', roleName: 'Analyst' },
      { memberId: 'Erin', name: 'Erin', roleName: 'Workspace editor' },
    ];
    expect(approvers({ kind: 'sync', ...here })).toEqual([ann, erin]);
    expect(approvers({ kind: 'sync', sourceId: SOURCE })).toEqual([erin]);
    expect(approvers({ kind: 'model' })).toEqual([erin]);
  });
});
