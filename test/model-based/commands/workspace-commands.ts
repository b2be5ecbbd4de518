import fc from 'fast-check';
import type { Governed } from '../model/governed.ts';
import { pick, type Plan } from '../model/plan.ts';
import { customRoles, roles, type RoleKey } from '../model/roles.ts';
import { planPause, planRun } from '../model/run-plans.ts';
import { planMember, planRoleEdit, planSettings } from '../model/workspace-plans.ts';
import { outdated } from './draft-commands.ts';
import { roleDocument } from '../world/seed.ts';
import { some, someone } from './save-commands.ts';
import { Step } from './step.ts';

const roleKeys = Object.keys(roles) as RoleKey[];
const customKeys = Object.keys(customRoles) as RoleKey[];

const settings = fc.record({
  by: fc.oneof(someone, fc.constant('ada' as const)),
  outdated,
  patch: fc.oneof(
    fc.record({ requireApprovals: fc.nat({ max: 3 }).map((number) => number > 0) }),
    fc.record({ selfApproval: fc.constantFrom('publishers' as const, 'never' as const, 'always' as const) }),
    fc.record({ requiredApprovals: fc.constantFrom(1, 2, 2, 2, 3) }),
    fc.record({ modelDraftPolicy: fc.constantFrom('hold' as const, 'run_published' as const) }),
  ),
});
type SettingsChoice = typeof settings extends fc.Arbitrary<infer T> ? T : never;

const changeSettings = (governed: Governed, { by, patch, outdated: late }: SettingsChoice): Plan =>
  planSettings(governed, by, patch, governed.settingsVersion - (late ? 1 : 0));

const member = fc.record({
  by: fc.oneof(someone, fc.constant('ada' as const)),
  name: someone,
  role: fc.oneof(fc.constantFrom(...customKeys), fc.constantFrom(...roleKeys)),
  voter: fc.boolean(),
  lesser: fc.constantFrom<RoleKey>('runner', 'outsider', 'steward', 'workspace-viewer'),
  keepsOut: fc.nat({ max: 5 }),
  outdated,
});
type MemberChoice = typeof member extends fc.Arbitrary<infer T> ? T : never;

/** Whoever is kept out is let in again before long. */
function changeMember(governed: Governed, picked: MemberChoice): Plan {
  const { keepsOut, outdated: late, voter, lesser } = picked;
  const votes = governed.requests.filter(({ status }) => status === 'pending').flatMap((request) => request.votes);
  // Somebody whose vote has yet to be counted is the most interesting one.
  const loser = voter ? votes.find((name) => name !== 'ada') : undefined;
  const [by, name, role] = loser === undefined ? [picked.by, picked.name, picked.role] : ['ada', loser, lesser];
  const { active, version } = governed.member(name);
  const change = !active ? { active: true } : keepsOut === 0 ? { active: false } : { role };
  return planMember(governed, by, name, change, version - (late ? 1 : 0));
}

const role = fc.record({
  by: fc.oneof(someone, fc.constant('ada' as const)),
  key: fc.oneof(fc.constantFrom(...customKeys), fc.constantFrom(...roleKeys)),
  from: fc.constantFrom(...roleKeys),
  outdated,
});
type RoleChoice = typeof role extends fc.Arbitrary<infer T> ? T : never;

function editRole(governed: Governed, { by, key, from, outdated: late }: RoleChoice): Plan {
  const { workspace, sources, destinations } = roleDocument('', roles[from], governed.idOf);
  const { role: before, version } = governed.role(key);
  const body = { name: before.name, workspace, sources, destinations };
  const seen = version - (late ? 1 : 0);
  return planRoleEdit(governed, by, key, { from, grants: roles[from], body, seen });
}

const sync = fc.record({ by: someone, which: some, pause: fc.nat({ max: 2 }) });
type SyncChoice = typeof sync extends fc.Arbitrary<infer T> ? T : never;

function runNow(governed: Governed, { by, which }: SyncChoice): Plan | null {
  const one = pick(governed.living('sync'), which);
  return one === undefined ? null : planRun(governed, by, one);
}

function pauseOrResume(governed: Governed, { by, which, pause }: SyncChoice): Plan | null {
  const one = pick(governed.living('sync'), which);
  return one === undefined ? null : planPause(governed, by, one, pause === 0);
}

export const workspaceCommands = {
  settings: settings.map((choice) => new Step('change settings', choice, [changeSettings])),
  member: member.map((choice) => new Step('change member', choice, [changeMember])),
  role: role.map((choice) => new Step('edit role', choice, [editRole])),
  run: sync.map((choice) => new Step('run now', choice, [runNow])),
  pause: sync.map((choice) => new Step('pause or resume', choice, [pauseOrResume])),
};
