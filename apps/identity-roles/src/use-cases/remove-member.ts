import { notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertAdminRemains, removeMember } from '../domain/member.ts';
import { builtInRoleId } from '../domain/role.ts';
import { assertSeen } from '../domain/workspace.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { EndAccess } from './end-access.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { memberChanged } from './identity-events.ts';

export interface RemoveMemberCommand {
  memberId: string;
  /** Anybody else is not found. */
  kind?: 'service';
  ifMatch: string;
}

/** Ends a membership and erases what identified the person; with their last one, the account as well. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
    private readonly accounts: AccountsRepository,
    private readonly endAccess: EndAccess,
  ) {}

  async execute(tx: EntityManager, cause: Cause, actor: ActingMember, command: RemoveMemberCommand): Promise<void> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    await heldRole(tx, this.roles, actor, 'members');
    const before = await this.members.find(tx, workspaceId, command.memberId);
    if (before === null || (command.kind ?? before.kind) !== before.kind)
      throw notFound(command.kind === 'service' ? 'service-account' : 'member');
    assertSeen(before.version, command.ifMatch, 'member');
    const after = removeMember(before);
    const adminRoleId = builtInRoleId(workspaceId, 'admin');
    const otherAdmins = await this.members.countAdminsBut(tx, before, adminRoleId);
    assertAdminRemains(before, after, adminRoleId, otherAdmins);
    const { accountId } = before;
    if (accountId !== null) await this.accounts.lock(tx, accountId);
    await this.members.save(tx, after);
    await this.endAccess.of(tx, after, accountId);
    await appendEvents(tx, cause, [memberChanged(after, null)]);
    if (accountId !== null) await this.accounts.deleteIfUnused(tx, accountId);
  }
}
