import { builtInRole, defineAbilityFor, type BuiltInRoleKey } from '@imprimatur/abilities';
import { defaultSettings, type RoleDocument, type WorkspaceSettings } from '@imprimatur/contracts';
import { footprintOf, type Footprint } from './footprint.ts';
import { id, modelItem } from './request.fixture.ts';
import { settingsEffect, type RoleHolder, type WaitingRequests } from './settings-effect.ts';

const holder = (
  name: string,
  role: BuiltInRoleKey | RoleDocument | null,
  kind: RoleHolder['kind'] = 'person',
): RoleHolder => {
  const document = typeof role === 'string' ? builtInRole(role, id(role)) : role;
  return { memberId: id(name), kind, ability: defineAbilityFor(document), role: document };
};
const model: Footprint = { id: id('model'), ...footprintOf([modelItem()]) };
const waiting = (over: Partial<WaitingRequests> = {}): WaitingRequests => ({
  ...{ count: 1, footprintId: model.id, submittedBy: id('dana'), contributors: [], requiredApprovals: 1 },
  ...over,
});
const on = { ...defaultSettings, requireApprovals: true };
const effect = (holders: RoleHolder[], requests: WaitingRequests[], then: Partial<WorkspaceSettings>, now = on) =>
  settingsEffect(holders, requests, [model], { now, then: { ...now, ...then } });

const publishesSome = (): RoleDocument => {
  const role = builtInRole('workspace-draft-editor', id('mixed'));
  const sources = [...role.sources, { ...role.sources[0]!, scope: id('warehouse'), models: 'publish' as const }];
  return { ...role, sources };
};

describe('the effect of settings', () => {
  const everyone = [
    holder('ada', 'admin'),
    holder('erin', 'workspace-editor'),
    holder('dana', 'workspace-draft-editor'),
    holder('vic', 'workspace-viewer'),
    holder('mixed', publishesSome()),
    holder('robot', 'workspace-draft-editor', 'service'),
    holder('lost', null),
  ];

  it('counts every member once, service accounts included, by how they would save', () => {
    expect(effect(everyone, [], {}).members).toEqual({
      ...{ keepPublishNow: 3, mustRequestApproval: 2, cannotSave: 0, viewOnly: 2 },
    });
    expect(effect(everyone, [], { requireApprovals: false }).members).toEqual({
      ...{ keepPublishNow: 3, mustRequestApproval: 0, cannotSave: 2, viewOnly: 2 },
    });
  });

  it('counts requests that nobody could approve any more', () => {
    const [erin, dana] = [holder('erin', 'workspace-editor'), holder('dana', 'workspace-draft-editor')];
    const own = waiting({ submittedBy: erin.memberId, count: 3 });
    const shared = waiting({ contributors: [erin.memberId], count: 2 });
    expect(effect([erin, dana], [own, shared, waiting()], { selfApproval: 'never' }).requests).toEqual({
      ...{ withoutApprover: 5, losingLastApprover: 5, withoutQuorum: 5 },
    });
    expect(effect([erin, dana], [own, shared, waiting()], { selfApproval: 'always' }).requests).toEqual({
      ...{ withoutApprover: 0, losingLastApprover: 0, withoutQuorum: 0 },
    });
    expect(effect([dana], [waiting()], { selfApproval: 'always' }).requests).toEqual({
      ...{ withoutApprover: 1, losingLastApprover: 0, withoutQuorum: 1 },
    });
  });

  it('counts approvers by the number that each request was submitted with, and no service accounts', () => {
    const approvers = [holder('ada', 'admin'), holder('erin', 'workspace-editor'), holder('robot', 'admin', 'service')];
    const requests = [waiting({ requiredApprovals: 2 }), waiting({ requiredApprovals: 3, count: 4 })];
    expect(effect(approvers, requests, { requiredApprovals: 1 }).requests).toEqual({
      ...{ withoutApprover: 0, losingLastApprover: 0, withoutQuorum: 4 },
    });
  });
});
