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
  /** Access tokens that name an earlier `seq` have ended. */
  tokensFromSeq: number;
}

export interface MemberChange {
  name?: string | undefined;
  roleId?: string | undefined;
  active?: boolean | undefined;
}

export type NewMember = Pick<Member, 'id' | 'workspaceId' | 'accountId' | 'name' | 'roleId'>;

const fresh = { active: true, deleted: false, version: 1, seq: 1, tokensFromSeq: 1 };

export const newPerson = (member: NewMember): Member => ({ ...member, kind: 'person', ...fresh });

/** Signs in with tokens only, so it has no account. */
export const newServiceAccount = (member: Omit<NewMember, 'accountId'>): Member => ({
  ...member,
  accountId: null,
  kind: 'service',
  ...fresh,
});

const next = (member: Member, change: Partial<Member>): Member => ({
  ...member,
  ...change,
  version: member.version + 1,
  seq: member.seq + 1,
});

/** Every access token there is ends, whatever it has left. What clients see of the member stays as it is, and so does their ETag. */
export const endTokens = (member: Member): Member => ({
  ...member,
  seq: member.seq + 1,
  tokensFromSeq: member.seq + 1,
});

/** The same member comes back when nothing differs. Who is deactivated comes back to none of the tokens they had. */
export function changeMember(member: Member, change: MemberChange): Member {
  const { name = member.name, roleId = member.roleId, active = member.active } = change;
  const same = name === member.name && roleId === member.roleId && active === member.active;
  if (same) return member;
  const tokensFromSeq = active ? member.tokensFromSeq : member.seq + 1;
  return next(member, { name, roleId, active, tokensFromSeq });
}

/** Leaves the row, without what identifies a person: histories refer to it, and other services must hear that it ended. */
export const removeMember = (member: Member): Member =>
  next(member, {
    accountId: null,
    name: '',
    active: false,
    deleted: true,
    tokensFromSeq: member.seq + 1,
  });

/** What a change hands out: a role that the member did not have, or not actively, before; also to somebody inactive, who may come back. */
export const grantsAnew = (before: Member, after: Member): boolean =>
  !after.deleted && (after.roleId !== before.roleId || (after.active && !before.active));

/** An Admin who counts: service accounts cannot be asked to let a locked-out workspace in again. */
export const actsAsAdmin = (member: Member, adminRoleId: string): boolean =>
  member.roleId === adminRoleId && member.kind === 'person' && member.active && !member.deleted;

/** `otherAdmins` is counted under the lock that every change of members takes. */
export function assertAdminRemains(before: Member, after: Member, adminRoleId: string, otherAdmins: number): void {
  if (!actsAsAdmin(before, adminRoleId) || actsAsAdmin(after, adminRoleId) || otherAdmins > 0) return;
  throw new DomainError('conflict', 'member.last-admin', 'The last Admin can be neither demoted nor removed.');
}
