import type { RoleDocument } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayGrant } from '../domain/grant.ts';
import { assertAdminRemains, changeMember, grantsAnew, type Member, type MemberChange } from '../domain/member.ts';
import { builtInRoleId } from '../domain/role.ts';
import { assertSeen } from '../domain/workspace.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { EndAccess } from './end-access.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { memberChanged } from './identity-events.ts';

export interface ChangeMemberCommand {
  memberId: string;
  /** Anybody else is not found. */
  kind?: 'service';
  ifMatch: string;
  change: MemberChange;
}

@Injectable()
export class ChangeMember {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
    private readonly accounts: AccountsRepository,
    private readonly endAccess: EndAccess,
  ) {}

  async execute(tx: EntityManager, cause: Cause, actor: ActingMember, command: ChangeMemberCommand): Promise<Member> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    const held = await heldRole(tx, this.roles, actor, 'members');
    const before = await this.members.find(tx, workspaceId, command.memberId);
    if (before === null || (command.kind ?? before.kind) !== before.kind) throw notFound(whatIs(command));
    assertSeen(before.version, command.ifMatch, 'member');
    const after = changeMember(before, command.change);
    if (after === before) return before;
    if (grantsAnew(before, after)) await this.assertMayGrant(tx, after, held);
    const adminRoleId = builtInRoleId(workspaceId, 'admin');
    const otherAdmins = await this.members.countAdminsBut(tx, before, adminRoleId);
    assertAdminRemains(before, after, adminRoleId, otherAdmins);
    const { accountId } = after;
    if (!after.active && accountId !== null) await this.accounts.lock(tx, accountId);
    await this.members.save(tx, after);
    if (!after.active) await this.endAccess.of(tx, after, accountId);
    await appendEvents(tx, cause, [memberChanged(after, await this.members.emailOf(tx, after))]);
    return after;
  }

  private async assertMayGrant(tx: EntityManager, member: Member, held: RoleDocument): Promise<void> {
    const role = await this.roles.find(tx, member.workspaceId, member.roleId);
    if (role === null) throw notFound('role');
    assertMayGrant(role.document, held);
  }
}

const whatIs = ({ kind }: ChangeMemberCommand) => (kind === 'service' ? 'service-account' : 'member');
