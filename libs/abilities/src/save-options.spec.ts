import { builtInRole, defineAbilityFor, saveOptions, whyNotApprover, type ApproverQuestion } from './index.ts';

describe('the ways of saving', () => {
  it.each([
    ['publish', true, ['publish_now', 'submit', 'save_draft'], null],
    ['draft', true, ['submit', 'save_draft'], null],
    ['none', true, [], 'rights.missing'],
    ['publish', false, ['publish'], null],
    ['draft', false, [], 'approvals.disabled-for-draft-role'],
    ['none', false, [], 'rights.missing'],
  ] as const)('at level %s with approvals %s are %j (%s)', (level, requireApprovals, actions, code) => {
    expect(saveOptions(level, requireApprovals)).toEqual({ actions, code });
  });
});

describe('an approver', () => {
  const id = '01990000-0000-7000-8000-000000000001';
  const end = {
    sourceName: 'S',
    modelId: 'm',
    modelName: 'M',
    sourceId: 's',
    destinationId: 'd',
    destinationName: 'D',
  };
  const item = (kind: 'model' | 'sync', ...contributors: string[]) => ({ kind, ends: [end], contributors });
  const question = (over: Partial<ApproverQuestion>): ApproverQuestion => ({
    member: { id: 'erin', kind: 'person', active: true },
    ability: defineAbilityFor(builtInRole('workspace-editor', id)),
    items: [item('model', 'dana'), item('sync', 'dana')],
    submittedBy: 'dana',
    selfApproval: 'publishers',
    ...over,
  });
  const audienceEditor = defineAbilityFor(builtInRole('audience-editor', id));
  const erin = { items: [item('model', 'dana', 'erin')] };

  it.each<[string, Partial<ApproverQuestion>, string | null]>([
    ['who is someone else and holds approve', {}, null],
    ['without publish, as long as it is not their own work', { ability: audienceEditor }, null],
    ['who is a service account', { member: { id: 'bot', kind: 'service', active: true } }, 'approver.service-account'],
    ['who left', { member: { id: 'erin', kind: 'person', active: false } }, 'approver.inactive'],
    ['without a role', { ability: defineAbilityFor(null) }, 'approver.rights-missing'],
    [
      'who holds approve on sources only',
      {
        ability: defineAbilityFor({ ...builtInRole('admin', id), destinations: [] }),
      },
      'approver.rights-missing',
    ],
    ['of no items', { items: [] }, 'approver.rights-missing'],
    ['of their own submission who could publish it', { submittedBy: 'erin' }, null],
    [
      'of their own submission who could not',
      { submittedBy: 'erin', ability: audienceEditor },
      'approver.self-approval',
    ],
    ['of their own contribution who could not publish', { ...erin, ability: audienceEditor }, 'approver.self-approval'],
    ['of their own work under never', { ...erin, selfApproval: 'never' }, 'approver.self-approval'],
    ['of others’ work under never', { selfApproval: 'never' }, null],
    ['of their own work under always', { ...erin, ability: audienceEditor, selfApproval: 'always' }, null],
    [
      'of their own work who could publish one item but not the other',
      { submittedBy: 'erin', ability: defineAbilityFor(builtInRole('sync-editor', id)) },
      'approver.self-approval',
    ],
  ])('%s', (_who, over, code) => {
    expect(whyNotApprover(question(over))).toBe(code);
  });
});
