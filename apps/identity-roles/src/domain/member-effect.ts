import {
  exceeds,
  mustRequestApproval,
  type MustRequestApproval,
  reachedLevels,
  type SaveAction,
  saveOptions,
} from '@imprimatur/abilities';
import type { Level, RoleDocument, WorkspaceSettings } from '@imprimatur/contracts';
import type { Member } from './member.ts';

/** The ways of saving that a role offers on every model or sync there may be, and those it offers on some of them at least. */
export interface OfferedSaves {
  everywhere: SaveAction[];
  somewhere: SaveAction[];
}

export interface RoleReach {
  role: { id: string; name: string };
  saveOptions: { models: OfferedSaves; syncs: OfferedSaves };
  mustRequestApproval: MustRequestApproval;
}

/** What another role would change for a member: rights as `exceeds` names them, such as `sources.all.approve`. */
export interface MemberEffect {
  before: RoleReach;
  after: RoleReach;
  gained: string[];
  lost: string[];
}

export function memberEffect(
  { kind }: Pick<Member, 'kind'>,
  [before, after]: [before: RoleDocument, after: RoleDocument],
  settings: WorkspaceSettings,
): MemberEffect {
  // A service account is never an approver, whatever its role grants.
  const holds = (right: string): boolean => kind === 'person' || !right.endsWith('.approve');
  return {
    before: reachOf(before, settings),
    after: reachOf(after, settings),
    gained: exceeds(after, before).filter(holds),
    lost: exceeds(before, after).filter(holds),
  };
}

function reachOf(role: RoleDocument, settings: WorkspaceSettings): RoleReach {
  const { models, syncs } = reachedLevels(role);
  return {
    role: { id: role.id, name: role.name },
    saveOptions: { models: offered(models, settings), syncs: offered(syncs, settings) },
    mustRequestApproval: mustRequestApproval(role),
  };
}

function offered(levels: ReadonlySet<Level>, { requireApprovals }: WorkspaceSettings): OfferedSaves {
  const each = [...levels].map((level) => saveOptions(level, requireApprovals).actions);
  const somewhere = saveOptions('publish', requireApprovals).actions.filter((action) =>
    each.some((actions) => actions.includes(action)),
  );
  return { everywhere: somewhere.filter((action) => each.every((actions) => actions.includes(action))), somewhere };
}
