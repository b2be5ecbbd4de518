import { systemCause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import type { Workspace } from '../../domain/workspace.ts';
import type { NewWorkspace } from '../create-workspace.ts';
import { operatorUseCases } from './operator-use-cases.ts';

export interface Founding extends NewWorkspace {
  admin: { name: string; email: string };
}

export interface Founded {
  workspace: Workspace;
  /** The secret of the Admin's one-time link; null when their account has a password already. */
  secret: string | null;
}

/** A workspace with its first Admin: without one nobody could ever do anything there. */
export async function foundWorkspace(tx: EntityManager, { admin, ...workspace }: Founding): Promise<Founded> {
  const { createWorkspace, enrolMember, issueInvitationLink } = operatorUseCases();
  const cause = systemCause();
  const created = await createWorkspace.execute(tx, cause, workspace);
  const member = await enrolMember.execute(tx, cause, { ...admin, workspaceId: created.id, roleKey: 'admin' });
  const secret = await issueInvitationLink.execute(tx, { workspaceId: created.id, memberId: member.id });
  return { workspace: created, secret };
}
