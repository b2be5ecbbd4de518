import type { Sealed } from '@imprimatur/contracts';
import { Clock, newId } from '@imprimatur/kernel';
import { PublicUrl, Sealer } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { linkAddress, linkExpiry, type LinkPurpose } from '../domain/one-time-link.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { hashOfToken, newSecretToken } from './secret-token.ts';

/** What an event tells of a link: nothing that opens it without the keys that notifications has. */
export interface MailedLink {
  linkId: string;
  link: Sealed;
  expiresAt: string;
}

/** Makes the links that people get by mail, sealed from here to their mailbox: no answer, log or event shows one. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly links: OneTimeLinksRepository,
    private readonly sealer: Sealer,
    private readonly publicUrl: PublicUrl,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of links of before for the same purpose. Under the lock of the account. */
  async replace(tx: EntityManager, accountId: string, purpose: Exclude<LinkPurpose, 'password'>): Promise<MailedLink> {
    const secret = newSecretToken();
    const expiresAt = linkExpiry(purpose, this.clock.now());
    await this.links.replace(tx, { hash: hashOfToken(secret), accountId, purpose, expiresAt });
    const linkId = newId();
    const link = this.sealer.seal(['password-link', linkId], linkAddress(this.publicUrl.origin, secret));
    return { linkId, link, expiresAt: expiresAt.toISOString() };
  }
}
