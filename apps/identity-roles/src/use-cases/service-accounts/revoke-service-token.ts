import { Clock, notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { endTokens } from '../../domain/member.ts';
import { MembersRepository } from '../../persistence/members.repository.ts';
import { RolesRepository } from '../../persistence/roles.repository.ts';
import { ServiceTokensRepository } from '../../persistence/service-accounts/service-tokens.repository.ts';
import { type ActingMember, heldRole } from '../held-role.ts';
import { memberChanged } from '../identity-events.ts';
import { serviceAccountOf } from './service-account-of.ts';

/**
 * Ends a token and every access token that the account has: they do not say which token they came from. What holds another token of
 * the account exchanges that again.
 */
@Injectable()
export class RevokeServiceToken {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
    private readonly tokens: ServiceTokensRepository,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: ActingMember,
    { accountId, tokenId }: { accountId: string; tokenId: string },
  ): Promise<void> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    await heldRole(tx, this.roles, actor, 'members');
    const account = await serviceAccountOf(tx, this.members, workspaceId, accountId);
    const token = await this.tokens.lock(tx, account, tokenId);
    if (token === null) throw notFound('service-token');
    if (token.revokedAt !== null) return;
    await this.tokens.revoke(tx, token, this.clock.now());
    const ended = endTokens(account);
    await this.members.saveEndedTokens(tx, ended);
    await appendEvents(tx, cause, [memberChanged(ended, null)]);
  }
}
