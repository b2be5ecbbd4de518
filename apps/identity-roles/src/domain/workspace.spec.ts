import { defaultSettings, type Plan } from '@imprimatur/contracts';
import { assertSeen, changePlan, changeSettings, type Workspace } from './workspace.ts';

const workspace = (plan: Plan, requireApprovals = false): Workspace => ({
  id: '01920000-0000-7000-8000-000000000001',
  slug: 'acme',
  name: 'Acme',
  plan,
  settings: { ...defaultSettings, requireApprovals },
  version: 4,
  seq: 7,
});

describe('requiring approvals', () => {
  it('is switched on with the plan business', () => {
    const after = changeSettings(workspace('business'), { requireApprovals: true });
    expect(after).toMatchObject({ settings: { requireApprovals: true }, version: 5, seq: 8 });
  });

  it.each(['free', 'pro'] as const)('is refused with the plan %s', (plan) => {
    expect(() => changeSettings(workspace(plan), { requireApprovals: true })).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'plan.business-required' }),
    );
  });

  it('stays on when the plan is lost, lets other settings change, and can then only be switched off', () => {
    const demoted = changePlan(workspace('business', true), 'free');
    expect(demoted.settings.requireApprovals).toBe(true);
    expect(changeSettings(demoted, { requiredApprovals: 2 }).settings).toMatchObject({
      requireApprovals: true,
      requiredApprovals: 2,
    });
    const off = changeSettings(demoted, { requireApprovals: false });
    expect(off.settings.requireApprovals).toBe(false);
    expect(() => changeSettings(off, { requireApprovals: true })).toThrow(
      expect.objectContaining({ code: 'plan.business-required' }),
    );
  });
});

describe('changing a workspace', () => {
  it('leaves alone what is not named', () => {
    const after = changeSettings(workspace('business'), { timeZone: 'Europe/Berlin', selfApproval: undefined });
    expect(after.settings).toEqual({ ...defaultSettings, timeZone: 'Europe/Berlin' });
  });

  it('is no change when nothing differs', () => {
    const before = workspace('pro');
    expect(changeSettings(before, { requiredApprovals: 1 })).toBe(before);
    expect(changePlan(before, 'pro')).toBe(before);
  });

  it('is made to the version that was seen, or not at all', () => {
    expect(() => assertSeen(4, '4', 'workspace')).not.toThrow();
    expect(() => assertSeen(4, '3', 'workspace')).toThrow(
      expect.objectContaining({ kind: 'stale', code: 'workspace.stale', details: { version: 4 } }),
    );
  });
});
