import { Clock, DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUsable, type OneTimeLink } from '../domain/one-time-link.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { SessionsRepository } from '../persistence/sessions.repository.ts';
import { hashPassword } from './password-hashing.ts';
import { hashOfToken } from './secret-token.ts';

/** Uses up a one-time link, and with it any other of the account. Whoever was signed in with the password before is not any more. */
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
    const now = this.clock.now();
    const link = await this.lockLink(tx, hash);
    if (link === null || !isUsable(link, now))
      throw new DomainError(
        'unauthenticated',
        'password-link.invalid',
        'This link was used, has expired or never was.',
      );
    await this.links.markUsed(tx, hash, now);
    await this.links.deleteUnused(tx, link.accountId);
    await this.accounts.setPassword(tx, link.accountId, await hashPassword(password));
    await this.sessions.revokeOfAccount(tx, link.accountId);
  }

  /** After its account: whoever takes links back holds that, and the link may be gone with it. */
  private async lockLink(tx: EntityManager, hash: Buffer): Promise<OneTimeLink | null> {
    const accountId = await this.links.accountOf(tx, hash);
    if (accountId === null || (await this.accounts.lock(tx, accountId)) === null) return null;
    return this.links.lock(tx, hash);
  }
}
