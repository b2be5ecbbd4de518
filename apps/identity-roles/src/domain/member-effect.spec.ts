import { builtInRole, type BuiltInRoleKey } from '@imprimatur/abilities';
import { defaultSettings, type RoleDocument } from '@imprimatur/contracts';
import { memberEffect } from './member-effect.ts';

const role = (key: BuiltInRoleKey): RoleDocument => builtInRole(key, key);
const person = { kind: 'person' } as const;
const on = { ...defaultSettings, requireApprovals: true };

describe('another role for a member', () => {
  it('says which ways of saving are there before and after', () => {
    const { before, after } = memberEffect(person, [role('workspace-draft-editor'), role('source-admin')], on);
    const draftOnly = ['submit', 'save_draft'];
    const all = ['publish_now', ...draftOnly];
    const none = { everywhere: [], somewhere: [] };
    expect(before.saveOptions.models).toEqual({ everywhere: draftOnly, somewhere: draftOnly });
    expect(after.saveOptions).toEqual({ models: { everywhere: all, somewhere: all }, syncs: none });
    expect([before.mustRequestApproval, after.mustRequestApproval]).toEqual([
      { models: 'all', syncs: 'all' },
      { models: 'none', syncs: 'none' },
    ]);
  });

  it('tells what is offered everywhere from what is offered on some ends only', () => {
    const { sources, ...rest } = role('workspace-draft-editor');
    const named = { ...sources[0]!, scope: '019aa000-0000-7000-8000-000000000001', models: 'publish' as const };
    const mixed = { ...rest, sources: [...sources, named] };
    const { models } = memberEffect(person, [mixed, mixed], on).after.saveOptions;
    expect(models).toEqual({
      everywhere: ['submit', 'save_draft'],
      somewhere: ['publish_now', 'submit', 'save_draft'],
    });
  });

  it('offers drafts to nobody while approvals are off', () => {
    const { before, after } = memberEffect(
      person,
      [role('workspace-draft-editor'), role('sync-editor')],
      defaultSettings,
    );
    expect(before.saveOptions.syncs.somewhere).toEqual([]);
    expect(after.saveOptions.syncs.everywhere).toEqual(['publish']);
  });

  it('names the rights that come and go', () => {
    const { gained, lost } = memberEffect(person, [role('sync-editor'), role('source-admin')], on);
    expect(gained).toEqual(['workspace.auditLog', 'sources.all.configure', 'sources.all.models']);
    expect(lost).toEqual(['sources.all.syncs', 'sources.all.run', 'destinations.all.syncs', 'destinations.all.run']);
  });

  it('makes no approver of a service account', () => {
    const change = [role('workspace-viewer'), role('audience-editor')] as [RoleDocument, RoleDocument];
    const approve = (kind: 'person' | 'service'): string[] =>
      memberEffect({ kind }, change, on).gained.filter((right) => right.endsWith('approve'));
    expect(approve('person')).toEqual(['sources.all.approve', 'destinations.all.approve']);
    expect(approve('service')).toEqual([]);
  });
});
