import { DomainError, newId, notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayGrant } from '../domain/grant.ts';
import { newPerson } from '../domain/member.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { memberChanged } from './identity-events.ts';
import { Invitations } from './invitations.ts';

export interface AddMemberCommand {
  name: string;
  email: string;
  roleId: string;
}

/** Adds a person, who gets a mail to choose a password with. */
@Injectable()
export class AddMember {
  constructor(
    private readonly roles: RolesRepository,
    private readonly accounts: AccountsRepository,
    private readonly members: MembersRepository,
    private readonly invitations: Invitations,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: ActingMember,
    command: AddMemberCommand,
  ): Promise<{ id: string; expiresAt: string }> {
    const { workspaceId } = actor;
    const { name, email, roleId } = command;
    await this.members.lockAll(tx, workspaceId);
    const held = await heldRole(tx, this.roles, actor, 'members');
    const role = await this.roles.find(tx, workspaceId, roleId);
    if (role === null) throw notFound('role');
    assertMayGrant(role.document, held);
    const accountId = await this.accountFor(tx, workspaceId, email);
    const member = newPerson({ id: newId(), workspaceId, accountId, name, roleId });
    await this.members.insert(tx, member);
    await appendEvents(tx, cause, [memberChanged(member, email)]);
    const expiresAt = await this.invitations.send(tx, cause, actor, { ...member, accountId }, email);
    return { id: member.id, expiresAt };
  }

  /**
   * A mail address is not proven yet by anything a workspace does. If members could take in an account that another workspace made,
   * whoever chose its password there would get in here in that person's name; so only an operator lets an account into a second one.
   */
  private async accountFor(tx: EntityManager, workspaceId: string, email: string): Promise<string> {
    const account = await this.accounts.obtain(tx, email);
    if (account.created) return account.id;
    const memberships = await this.members.ofAccount(tx, account.id);
    if (memberships.some((member) => member.workspaceId === workspaceId)) return account.id;
    throw new DomainError(
      'conflict',
      'member.account-elsewhere',
      'This mail address belongs to an account of another workspace. Ask whoever runs this installation to add it here.',
    );
  }
}
