import { newId, notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayGrant } from '../../domain/grant.ts';
import { newServiceAccount } from '../../domain/member.ts';
import { MembersRepository } from '../../persistence/members.repository.ts';
import { RolesRepository } from '../../persistence/roles.repository.ts';
import { type ActingMember, heldRole } from '../held-role.ts';
import { memberChanged } from '../identity-events.ts';

@Injectable()
export class AddServiceAccount {
  constructor(
    private readonly roles: RolesRepository,
    private readonly members: MembersRepository,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: ActingMember,
    { name, roleId }: { name: string; roleId: string },
  ): Promise<{ id: string }> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    const held = await heldRole(tx, this.roles, actor, 'members');
    const role = await this.roles.find(tx, workspaceId, roleId);
    if (role === null) throw notFound('role');
    assertMayGrant(role.document, held);
    const account = newServiceAccount({ id: newId(), workspaceId, name, roleId });
    await this.members.insert(tx, account);
    await appendEvents(tx, cause, [memberChanged(account, null)]);
    return { id: account.id };
  }
}
