import { DomainError, notFound } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayBeInvited } from '../domain/one-time-link.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { Invitations } from './invitations.ts';

/** For whoever has lost the mail, or let it expire. */
@Injectable()
export class InviteAgain {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
    private readonly accounts: AccountsRepository,
    private readonly invitations: Invitations,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: ActingMember,
    { memberId }: { memberId: string },
  ): Promise<{ expiresAt: string }> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    await heldRole(tx, this.roles, actor, 'members');
    const member = await this.members.find(tx, workspaceId, memberId);
    if (member === null) throw notFound('member');
    const { accountId, active } = member;
    const account = accountId === null ? null : await this.accounts.lock(tx, accountId);
    if (account === null || !active) throw notInvited();
    const memberships = await this.members.ofAccount(tx, account.id);
    if (!mayBeInvited(account.passwordHash !== null, memberships.length)) throw notInvited();
    const invited = { ...member, accountId: account.id };
    return { expiresAt: await this.invitations.send(tx, cause, actor, invited, account.email) };
  }
}

const notInvited = (): DomainError =>
  new DomainError(
    'conflict',
    'member.not-invited',
    'This member is not waiting for an invitation: they have a password already, or are no active person here.',
  );
