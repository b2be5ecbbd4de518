import { Clock, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { linkExpiry } from '../domain/one-time-link.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { hashOfToken, newSecretToken } from './secret-token.ts';

/** Operators only: lets somebody choose a new password, whatever they had before. Returns the secret of the link. */
@Injectable()
export class IssuePasswordLink {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly links: OneTimeLinksRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, { email }: { email: string }): Promise<string> {
    const account = await this.accounts.findByEmail(tx, email);
    if (account === null) throw notFound('account');
    const secret = newSecretToken();
    const expiresAt = linkExpiry('password', this.clock.now());
    await this.links.replace(tx, { hash: hashOfToken(secret), accountId: account.id, purpose: 'password', expiresAt });
    return secret;
  }
}
