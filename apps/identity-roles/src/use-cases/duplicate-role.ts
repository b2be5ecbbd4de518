import { newId, notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayGrant } from '../domain/grant.ts';
import { nameForCopy } from '../domain/role-copy-name.ts';
import { newCustomRole, type Role } from '../domain/role.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { roleChanged } from './identity-events.ts';

/** Makes a custom role of any role, built-in ones above all. */
@Injectable()
export class DuplicateRole {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: ActingMember,
    command: { roleId: string; name?: string | undefined },
  ): Promise<Role> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    const held = await heldRole(tx, this.roles, actor, 'roles');
    const original = await this.roles.find(tx, workspaceId, command.roleId);
    if (original === null) throw notFound('role');
    const name = command.name ?? nameForCopy(original.document.name, await this.roles.names(tx, workspaceId));
    const content = { ...original.document, name };
    const role = newCustomRole(newId(), workspaceId, content, await this.roles.countCustom(tx, workspaceId));
    assertMayGrant(role.document, held);
    await this.roles.insert(tx, [role]);
    await appendEvents(tx, cause, [roleChanged(role)]);
    return role;
  }
}
