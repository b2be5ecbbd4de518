import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { endTokens } from '../domain/member.ts';
import type { AccountRow } from '../persistence/account.row.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { SessionsRepository } from '../persistence/sessions.repository.ts';
import { memberChanged } from './identity-events.ts';

/** Everything an account is signed in with, in every workspace. */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly members: MembersRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /** The members of all its workspaces, before the account itself: the order in which everybody takes them. */
  async lock(tx: EntityManager, accountId: string): Promise<void> {
    const workspaces = (await this.members.ofAccount(tx, accountId)).map(({ workspaceId }) => workspaceId);
    for (const workspaceId of workspaces.sort()) await this.members.lockAll(tx, workspaceId);
  }

  /** Sessions and access tokens, at once. Under {@link lock}. */
  async end(tx: EntityManager, cause: Cause, { id, email }: AccountRow): Promise<void> {
    await this.sessions.revokeOfAccount(tx, id);
    const ended = (await this.members.ofAccount(tx, id)).map(endTokens);
    for (const member of ended) await this.members.saveEndedTokens(tx, member);
    await appendEvents(
      tx,
      cause,
      ended.map((member) => memberChanged(member, email)),
    );
  }
}
