import { Clock, DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUsable } from '../domain/one-time-link.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { SessionsRepository } from '../persistence/sessions.repository.ts';
import { hashPassword } from './password-hashing.ts';
import { hashOfToken } from './secret-token.ts';

/** Uses up a one-time link. Whoever was signed in with the password before is not any more. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly links: OneTimeLinksRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, { token, password }: { token: string; password: string }): Promise<void> {
    const hash = hashOfToken(token);
    const link = await this.links.lock(tx, hash);
    const now = this.clock.now();
    if (link === null || !isUsable(link, now))
      throw new DomainError(
        'unauthenticated',
        'password-link.invalid',
        'This link was used, has expired or never was.',
      );
    await this.links.markUsed(tx, hash, now);
    await this.accounts.setPassword(tx, link.accountId, await hashPassword(password));
    await this.sessions.revokeOfAccount(tx, link.accountId);
  }
}
