import { notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { deleteRole } from '../domain/role.ts';
import { assertSeen } from '../domain/workspace.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { roleChanged } from './identity-events.ts';

/** Under the lock that assignments take too, so that nobody is left with a role that is gone. */
@Injectable()
export class DeleteRole {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: ActingMember,
    command: { roleId: string; ifMatch: string },
  ): Promise<void> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    await heldRole(tx, this.roles, actor, 'roles');
    const before = await this.roles.find(tx, workspaceId, command.roleId);
    if (before === null) throw notFound('role');
    assertSeen(before.seq, command.ifMatch, 'role');
    const after = deleteRole(before, await this.roles.holders(tx, before));
    await this.roles.save(tx, after);
    await appendEvents(tx, cause, [roleChanged(after)]);
  }
}
