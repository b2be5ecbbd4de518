import { Clock, DomainError } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUsable, type OneTimeLink } from '../domain/one-time-link.ts';
import type { AccountRow } from '../persistence/account.row.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { AccountAccess } from './account-access.ts';
import { hashPassword } from './password-hashing.ts';
import { hashOfToken } from './secret-token.ts';

interface Opened {
  account: AccountRow;
  link: OneTimeLink;
}

/** Uses up a one-time link, and with it any other of the account. Whoever was signed in with the password before is not any more. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly links: OneTimeLinksRepository,
    private readonly accounts: AccountsRepository,
    private readonly access: AccountAccess,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    { token, password }: { token: string; password: string },
  ): Promise<void> {
    const hash = hashOfToken(token);
    const now = this.clock.now();
    const opened = await this.open(tx, hash);
    if (opened === null || !isUsable(opened.link, now))
      throw new DomainError(
        'unauthenticated',
        'password-link.invalid',
        'This link was used, has expired or never was.',
      );
    const { account } = opened;
    await this.links.markUsed(tx, hash, now);
    await this.links.deleteUnused(tx, account.id);
    await this.accounts.setPassword(tx, account.id, await hashPassword(password));
    if (account.passwordHash !== null) await this.access.end(tx, cause, account);
  }

  /** The link after its account: whoever takes links back holds that, and the link may be gone with it. */
  private async open(tx: EntityManager, hash: Buffer): Promise<Opened | null> {
    const accountId = await this.links.accountOf(tx, hash);
    if (accountId === null) return null;
    await this.access.lock(tx, accountId);
    const account = await this.accounts.lock(tx, accountId);
    const link = account && (await this.links.lock(tx, hash));
    return account && link && { account, link };
  }
}
