import type { Governed, Settings } from './governed.ts';
import type { Plan } from './plan.ts';
import { exceeds, hasWorkspaceRight } from './rights.ts';
import type { Role, RoleKey } from './roles.ts';
import { Verdict } from './verdicts.ts';

const outdated = (seen: number, version: number): string =>
  seen === version ? '' : `, having seen version ${seen} of ${version}`;

export function planSettings(governed: Governed, by: string, patch: Partial<Settings>, seen: number): Plan {
  const { settings, settingsVersion } = governed;
  const verdict = new Verdict()
    .refuse(!hasWorkspaceRight(governed.roleOf(by), 'settings'), 'rights.missing')
    .refuse(seen !== settingsVersion, 'workspace.stale');
  const named = Object.entries(patch).map(([setting, value]) => `${setting} to ${value}`);
  return {
    by,
    says: `${by} sets ${named.join(' and ')}${outdated(seen, settingsVersion)}`,
    request: { method: 'PATCH', path: '/workspace/settings', body: patch, ifMatch: String(seen) },
    refusals: verdict.refusals,
    accepted: () => {
      const after = { ...settings, ...patch };
      const same = Object.entries(patch).every(([setting, value]) => settings[setting as keyof Settings] === value);
      governed.settings = after;
      if (!same) governed.settingsVersion += 1;
    },
  };
}

/** §2: nobody grants what they do not hold; the last Admin stays one. */
export function planMember(
  governed: Governed,
  by: string,
  name: string,
  change: { role?: RoleKey; active?: boolean },
  seen: number,
): Plan {
  const member = governed.member(name);
  const after = { role: change.role ?? member.role, active: change.active ?? member.active };
  const held = governed.roleOf(by);
  const grants = after.active && (after.role !== member.role || !member.active);
  const isAdmin = ({ role, active }: { role: RoleKey; active: boolean }): boolean => role === 'admin' && active;
  const others = governed.members.filter((each) => each !== member && isAdmin(each));
  const verdict = new Verdict()
    .refuse(!hasWorkspaceRight(held, 'members'), 'rights.missing')
    .refuse(seen !== member.version, 'member.stale')
    .refuse(grants && exceeds(governed.role(after.role).role, held), 'role.exceeds-own')
    .refuse(isAdmin(member) && !isAdmin(after) && others.length === 0, 'member.last-admin');
  const does =
    change.role === undefined
      ? `${change.active ? 'lets' : 'keeps'} ${name} ${change.active ? 'in' : 'out'}`
      : `makes ${name} a ${change.role}`;
  return {
    by,
    says: `${by} ${does}${outdated(seen, member.version)}`,
    request: {
      method: 'PATCH',
      path: `/members/${governed.idOf(name)}`,
      body: {
        ...(change.role && { roleId: governed.idOf(change.role) }),
        ...(change.active !== undefined && { active: change.active }),
      },
      ifMatch: String(seen),
    },
    refusals: verdict.refusals,
    accepted: () => {
      if (after.role === member.role && after.active === member.active) return;
      Object.assign(member, after);
      member.version += 1;
    },
  };
}

/** §2: an edit that adds rights must leave a role that its editor could have made; one that only takes away grants nothing. */
export function planRoleEdit(
  governed: Governed,
  by: string,
  key: RoleKey,
  { from, grants, body, seen }: { from: RoleKey; grants: Role; body: object; seen: number },
): Plan {
  const entry = governed.role(key);
  const held = governed.roleOf(by);
  const after: Role = { ...grants, name: entry.role.name, builtIn: entry.role.builtIn };
  const adds = exceeds(after, entry.role);
  const verdict = new Verdict()
    .refuse(!hasWorkspaceRight(held, 'roles'), 'rights.missing')
    .refuse(entry.role.builtIn, 'role.built-in')
    .refuse(seen !== entry.version, 'role.stale')
    .refuse(adds && exceeds(after, held), 'role.exceeds-own');
  return {
    by,
    says: `${by} gives the role ${key} the rights of ${from}${outdated(seen, entry.version)}`,
    request: { method: 'PUT', path: `/roles/${governed.idOf(key)}`, body, ifMatch: String(seen) },
    refusals: verdict.refusals,
    accepted: () => {
      const same = JSON.stringify(after) === JSON.stringify(entry.role);
      entry.role = after;
      if (!same) entry.version += 1;
    },
  };
}
