import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountsRepository } from '../../persistence/accounts.repository.ts';
import { MembersRepository } from '../../persistence/members.repository.ts';
import { WorkspacesRepository } from '../../persistence/workspaces.repository.ts';
import type { LinkReceiver } from '../identity-events.ts';

/** Who gets a link for a new password: somebody who has one, in the workspace they joined first of those they are active in. */
@Injectable()
export class ResetReceivers {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly members: MembersRepository,
    private readonly workspaces: WorkspacesRepository,
  ) {}

  /** Locks their account. Null for anybody else. */
  async of(tx: EntityManager, email: string): Promise<(LinkReceiver & { accountId: string }) | null> {
    const found = await this.accounts.findByEmail(tx, email);
    const account = found && (await this.accounts.lock(tx, found.id));
    if (account === null || account.passwordHash === null) return null;
    const member = (await this.members.ofAccount(tx, account.id)).find(({ active }) => active);
    const workspace = member && (await this.workspaces.find(tx, member.workspaceId));
    return member && workspace ? { member, email, workspaceName: workspace.name, accountId: account.id } : null;
  }
}
