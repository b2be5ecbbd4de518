import { notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayEdit } from '../domain/grant.ts';
import { editRole, type Role, type RoleContent } from '../domain/role.ts';
import { assertSeen } from '../domain/workspace.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { roleChanged } from './identity-events.ts';

export interface EditRoleCommand {
  roleId: string;
  ifMatch: string;
  content: RoleContent;
}

/** Cannot take the last Admin away: only holders of the built-in role count as Admins, and that role is nobody's to edit. */
@Injectable()
export class EditRole {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
  ) {}

  async execute(tx: EntityManager, cause: Cause, actor: ActingMember, command: EditRoleCommand): Promise<Role> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    const held = await heldRole(tx, this.roles, actor, 'roles');
    const before = await this.roles.find(tx, workspaceId, command.roleId);
    if (before === null) throw notFound('role');
    assertSeen(before.seq, command.ifMatch, 'role');
    const after = editRole(before, command.content);
    if (after === before) return before;
    assertMayEdit(before.document, after.document, held);
    await this.roles.save(tx, after);
    await appendEvents(tx, cause, [roleChanged(after)]);
    return after;
  }
}
