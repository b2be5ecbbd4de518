import { DomainError } from '@imprimatur/kernel';

/** A person or service account in a workspace. `accountId` is what a person signs in with; erased when they leave. */
export interface Member {
  id: string;
  workspaceId: string;
  accountId: string | null;
  kind: 'person' | 'service';
  name: string;
  roleId: string;
  active: boolean;
  deleted: boolean;
  version: number;
  seq: number;
}

export interface MemberChange {
  name?: string | undefined;
  roleId?: string | undefined;
  active?: boolean | undefined;
}

export type NewMember = Pick<Member, 'id' | 'workspaceId' | 'accountId' | 'name' | 'roleId'>;

export const newPerson = (member: NewMember): Member => ({
  ...member,
  kind: 'person',
  active: true,
  deleted: false,
  version: 1,
  seq: 1,
});

const next = (member: Member, change: Partial<Member>): Member => ({
  ...member,
  ...change,
  version: member.version + 1,
  seq: member.seq + 1,
});

/** The same member comes back when nothing differs. */
export function changeMember(member: Member, change: MemberChange): Member {
  const { name = member.name, roleId = member.roleId, active = member.active } = change;
  const same = name === member.name && roleId === member.roleId && active === member.active;
  return same ? member : next(member, { name, roleId, active });
}

/** Leaves the row, without what identifies a person: histories refer to it, and other services must hear that it ended. */
export const removeMember = (member: Member): Member =>
  next(member, { accountId: null, name: '', active: false, deleted: true });

/** What a change hands out: the role of whoever did not hold it, or not actively, before. */
export const grantsAnew = (before: Member, after: Member): boolean =>
  after.active && !after.deleted && (after.roleId !== before.roleId || !before.active);

/** An Admin who counts: service accounts cannot be asked to let a locked-out workspace in again. */
export const actsAsAdmin = (member: Member, adminRoleId: string): boolean =>
  member.roleId === adminRoleId && member.kind === 'person' && member.active && !member.deleted;

/** `otherAdmins` is counted under the lock that every change of members takes. */
export function assertAdminRemains(before: Member, after: Member, adminRoleId: string, otherAdmins: number): void {
  if (!actsAsAdmin(before, adminRoleId) || actsAsAdmin(after, adminRoleId) || otherAdmins > 0) return;
  throw new DomainError('conflict', 'member.last-admin', 'The last Admin can be neither demoted nor removed.');
}
