import { newId } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayGrant } from '../domain/grant.ts';
import { newCustomRole, type Role, type RoleContent } from '../domain/role.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { roleChanged } from './identity-events.ts';

@Injectable()
export class CreateRole {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
  ) {}

  async execute(tx: EntityManager, cause: Cause, actor: ActingMember, content: RoleContent): Promise<Role> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    const held = await heldRole(tx, this.roles, actor, 'roles');
    const role = newCustomRole(newId(), workspaceId, content, await this.roles.countCustom(tx, workspaceId));
    assertMayGrant(role.document, held);
    await this.roles.insert(tx, [role]);
    await appendEvents(tx, cause, [roleChanged(role)]);
    return role;
  }
}
