import type { BuiltInRoleKey } from '@imprimatur/abilities';
import { newId } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Member, newPerson } from '../domain/member.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { memberChanged } from './identity-events.ts';

export interface EnrolMemberCommand {
  workspaceId: string;
  name: string;
  email: string;
  roleKey: BuiltInRoleKey;
}

/** Operators only: adds a person with a built-in role, whatever other workspaces their account is in. */
@Injectable()
export class EnrolMember {
  constructor(
    private readonly roles: RolesRepository,
    private readonly accounts: AccountsRepository,
    private readonly members: MembersRepository,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: EnrolMemberCommand): Promise<Member> {
    const { workspaceId, name, email, roleKey } = command;
    await this.members.lockAll(tx, workspaceId);
    const role = await this.roles.builtIn(tx, workspaceId, roleKey);
    const { id: accountId } = await this.accounts.obtain(tx, email);
    const member = newPerson({ id: newId(), workspaceId, accountId, name, roleId: role.id });
    await this.members.insert(tx, member);
    await appendEvents(tx, cause, [memberChanged(member, email)]);
    return member;
  }
}
