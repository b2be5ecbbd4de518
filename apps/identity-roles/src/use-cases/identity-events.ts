import {
  MemberInvited,
  MemberState,
  PasswordResetRequested,
  RESERVED_WORKSPACE,
  RoleState,
  VerificationKeyState,
  WorkspaceState,
} from '@imprimatur/contracts';
import { newEvent, type NewEvent } from '@imprimatur/messaging';
import type { Member } from '../domain/member.ts';
import type { Role } from '../domain/role.ts';
import type { SigningKey } from '../domain/signing-key.ts';
import type { MailedLink } from './mailed-links.ts';
import type { Workspace } from '../domain/workspace.ts';

export function workspaceChanged({ id, slug, name, plan, settings, seq }: Workspace): NewEvent {
  return newEvent(WorkspaceState, id, id, { id, workspaceId: id, seq, deleted: false, slug, name, plan, settings });
}

export function roleChanged({ id, workspaceId, document, deleted, seq }: Role): NewEvent {
  return newEvent(RoleState, workspaceId, id, { id, workspaceId, seq, deleted, role: document });
}

/** `email` is the account's; null for service accounts and for whoever left. */
export function memberChanged(member: Member, email: string | null): NewEvent {
  const { id, workspaceId, seq, deleted, kind, name, roleId, active, tokensFromSeq } = member;
  const state = { id, workspaceId, seq, deleted, kind, name, email, roleId, active, tokensFromSeq };
  return newEvent(MemberState, workspaceId, id, state);
}

/** Whom a link is mailed to, and from which workspace. */
export interface LinkReceiver {
  member: Pick<Member, 'id' | 'workspaceId' | 'name'>;
  email: string;
  workspaceName: string;
}

export function memberInvited(
  { member: { id: memberId, workspaceId, name }, email, workspaceName }: LinkReceiver,
  link: MailedLink,
  invitedBy: { memberId: string; name: string },
): NewEvent {
  return newEvent(MemberInvited, workspaceId, memberId, { memberId, name, email, workspaceName, ...link, invitedBy });
}

export function passwordResetRequested(
  { member: { id: memberId, workspaceId, name }, email, workspaceName }: LinkReceiver,
  link: MailedLink,
): NewEvent {
  return newEvent(PasswordResetRequested, workspaceId, memberId, { memberId, name, email, workspaceName, ...link });
}

export function verificationKeyChanged({ id, kid, publicJwk, createdAt, deleted, seq }: SigningKey): NewEvent {
  return newEvent(VerificationKeyState, RESERVED_WORKSPACE, id, {
    id,
    workspaceId: RESERVED_WORKSPACE,
    seq,
    deleted,
    kid,
    jwk: publicJwk,
    createdAt: createdAt.toISOString(),
  });
}
