import { type Plan, WorkspaceSettings } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';

/** The tenant. `version` is what clients pin a change of the settings to, `seq` orders its snapshots on the bus. */
export interface Workspace {
  id: string;
  slug: string;
  name: string;
  plan: Plan;
  settings: WorkspaceSettings;
  version: number;
  seq: number;
}

export type SettingsPatch = { [Setting in keyof WorkspaceSettings]?: WorkspaceSettings[Setting] | undefined };

const next = (workspace: Workspace, change: Partial<Workspace>): Workspace => ({
  ...workspace,
  ...change,
  version: workspace.version + 1,
  seq: workspace.seq + 1,
});

/** Settings that are left out stay as they are; the same workspace comes back when nothing differs. */
export function changeSettings(workspace: Workspace, patch: SettingsPatch): Workspace {
  const before = workspace.settings;
  const settings = WorkspaceSettings.parse({ ...before, ...withoutUndefined(patch) });
  if (settings.requireApprovals && !before.requireApprovals && workspace.plan !== 'business') {
    throw new DomainError(
      'conflict',
      'plan.business-required',
      'Approvals can be required on the plan business only.',
      {
        details: { plan: workspace.plan },
      },
    );
  }
  const same = Object.entries(settings).every(
    ([setting, value]) => before[setting as keyof WorkspaceSettings] === value,
  );
  return same ? workspace : next(workspace, { settings });
}

/** Losing the plan business leaves required approvals on (`domain.md` §3): nothing must go live for want of a payment. */
export function changePlan(workspace: Workspace, plan: Plan): Workspace {
  return plan === workspace.plan ? workspace : next(workspace, { plan });
}

/** A change is made to what the member saw, or not at all. */
export function assertSeen(current: number, ifMatch: string, what: 'workspace' | 'member' | 'role'): void {
  if (ifMatch === String(current)) return;
  throw new DomainError('stale', `${what}.stale`, `The ${what} was changed by somebody else meanwhile.`, {
    details: { version: current },
  });
}

const withoutUndefined = (patch: SettingsPatch): SettingsPatch =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
