import { Clock, DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tokenState } from '../../domain/service-token.ts';
import { MembersRepository } from '../../persistence/members.repository.ts';
import { ServiceTokensRepository } from '../../persistence/service-accounts/service-tokens.repository.ts';
import { AccessTokens, type IssuedAccess } from '../access-tokens.ts';
import { hashOfToken } from '../secret-token.ts';

/**
 * Turns the secret of a service account into an access token. The token's row is locked, so that one that is being revoked gives none
 * afterwards; one it gave just before names a `seq` of the member that the revocation ends.
 */
@Injectable()
export class ExchangeServiceToken {
  constructor(
    private readonly tokens: ServiceTokensRepository,
    private readonly members: MembersRepository,
    private readonly accessTokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  /** Whatever is wrong with the secret or its account, the answer is the same. */
  async execute(tx: EntityManager, { secret }: { secret: string }): Promise<IssuedAccess> {
    const token = await this.tokens.lockByHash(tx, hashOfToken(secret));
    const now = this.clock.now();
    if (token === null || tokenState(token, now) !== 'live') throw invalid();
    const account = await this.members.find(tx, token.workspaceId, token.memberId);
    if (account?.active !== true) throw invalid();
    await this.tokens.markUsed(tx, token, now);
    return this.accessTokens.issue(tx, account, token.expiresAt);
  }
}

const invalid = (): DomainError =>
  new DomainError(
    'unauthenticated',
    'service-token.invalid',
    'This token was revoked, has expired or never was, or its service account is not active.',
  );
