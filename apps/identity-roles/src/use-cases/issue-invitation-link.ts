import { Clock } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { linkExpiry, mayBeInvited } from '../domain/one-time-link.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { hashOfToken, newSecretToken } from './secret-token.ts';

/**
 * Operators only: makes the link with which a new member chooses their first password, and returns its secret to hand over; null for
 * whoever has one or is in another workspace.
 */
@Injectable()
export class IssueInvitationLink {
  constructor(
    private readonly members: MembersRepository,
    private readonly accounts: AccountsRepository,
    private readonly links: OneTimeLinksRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, command: { workspaceId: string; memberId: string }): Promise<string | null> {
    const member = await this.members.find(tx, command.workspaceId, command.memberId);
    const account = member?.accountId == null ? null : await this.accounts.find(tx, member.accountId);
    if (account === null) return null;
    const memberships = await this.members.ofAccount(tx, account.id);
    if (!mayBeInvited(account.passwordHash !== null, memberships.length)) return null;
    const secret = newSecretToken();
    const expiresAt = linkExpiry('password', this.clock.now());
    await this.links.replace(tx, { hash: hashOfToken(secret), accountId: account.id, purpose: 'password', expiresAt });
    return secret;
  }
}
