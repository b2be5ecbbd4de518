import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../domain/member.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { OneTimeLinksRepository } from '../persistence/one-time-links.repository.ts';
import { ServiceTokensRepository } from '../persistence/service-accounts/service-tokens.repository.ts';
import { SessionsRepository } from '../persistence/sessions.repository.ts';

/** Everything that somebody could come back with ends together with their membership, or its being active. */
@Injectable()
export class EndAccess {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: ServiceTokensRepository,
    private readonly links: OneTimeLinksRepository,
    private readonly members: MembersRepository,
  ) {}

  /** After the member was saved, and under the lock of their account: a sign-in holds the member, so none is overlooked. */
  async of(tx: EntityManager, member: Member, accountId: string | null): Promise<void> {
    await this.sessions.revokeOfMember(tx, member);
    if (member.kind === 'service') await this.tokens.revokeOfMember(tx, member);
    if (accountId === null) return;
    const memberships = await this.members.ofAccount(tx, accountId);
    if (!memberships.some(({ active }) => active)) await this.links.deleteUnused(tx, accountId);
  }
}
