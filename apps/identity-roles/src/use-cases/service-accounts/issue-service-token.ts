import { Clock, newId, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayGrant } from '../../domain/grant.ts';
import { assertMayHaveToken, type ServiceToken } from '../../domain/service-token.ts';
import { MembersRepository } from '../../persistence/members.repository.ts';
import { RolesRepository } from '../../persistence/roles.repository.ts';
import { ServiceTokensRepository } from '../../persistence/service-accounts/service-tokens.repository.ts';
import { type ActingMember, heldRole } from '../held-role.ts';
import { serviceAccountOf } from './service-account-of.ts';

export interface IssueServiceTokenCommand {
  accountId: string;
  name: string;
  expiresAt: Date | null;
  /** Of the secret, which whoever asks has made up and keeps to themselves. */
  hash: Buffer;
}

/** Whoever holds a token can do what the account can, so to make one is to grant that. */
@Injectable()
export class IssueServiceToken {
  constructor(
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
    private readonly tokens: ServiceTokensRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, actor: ActingMember, command: IssueServiceTokenCommand): Promise<ServiceToken> {
    const { workspaceId } = actor;
    await this.members.lockAll(tx, workspaceId);
    const held = await heldRole(tx, this.roles, actor, 'members');
    const account = await serviceAccountOf(tx, this.members, workspaceId, command.accountId);
    const role = await this.roles.find(tx, workspaceId, account.roleId);
    if (role === null) throw notFound('role');
    assertMayGrant(role.document, held);
    const { name, expiresAt, hash } = command;
    const token: ServiceToken = {
      ...{ id: newId(), workspaceId, memberId: account.id, name, hash, expiresAt },
      ...{ createdAt: this.clock.now(), createdBy: actor.memberId, lastUsedAt: null, revokedAt: null },
    };
    assertMayHaveToken(account.active, await this.tokens.count(tx, account), token);
    await this.tokens.insert(tx, token);
    return token;
  }
}
