import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../domain/member.ts';
import type { Workspace } from '../domain/workspace.ts';
import { AccountsRepository } from '../persistence/accounts.repository.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { WorkspacesRepository } from '../persistence/workspaces.repository.ts';
import { verifyPassword } from './password-hashing.ts';
import { type IssuedTokens, SessionTokens } from './session-tokens.ts';

export interface SignInCommand {
  email: string;
  password: string;
  /** The slug of the workspace to sign in to; the one joined first when left out. */
  workspace?: string | undefined;
}

export interface SignedIn {
  member: Member;
  workspace: Workspace;
  tokens: IssuedTokens;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly members: MembersRepository,
    private readonly workspaces: WorkspacesRepository,
    private readonly tokens: SessionTokens,
  ) {}

  /** Whatever is wrong, the answer is the same: it tells nobody which mail addresses and workspaces there are. */
  async execute(tx: EntityManager, command: SignInCommand): Promise<SignedIn> {
    const account = await this.accounts.findByEmail(tx, command.email);
    const right = await verifyPassword(command.password, account?.passwordHash ?? null);
    if (account === null || !right) throw wrongCredentials();
    // A new password that was chosen meanwhile has ended the sessions there were, and would not know of this one.
    const held = await this.accounts.hold(tx, account.id);
    if (held?.passwordHash !== account.passwordHash) throw wrongCredentials();
    const memberships = (await this.members.ofAccount(tx, account.id)).filter(({ active }) => active);
    const workspace = await this.workspaceFor(tx, command.workspace, memberships);
    const membership = memberships.find(({ workspaceId }) => workspaceId === workspace?.id);
    const member = membership === undefined ? null : await this.members.hold(tx, membership);
    if (workspace === null || member === null || !member.active) throw wrongCredentials();
    return { member, workspace, tokens: await this.tokens.open(tx, member) };
  }

  private async workspaceFor(
    tx: EntityManager,
    slug: string | undefined,
    [first]: Member[],
  ): Promise<Workspace | null> {
    if (slug !== undefined) return this.workspaces.findBySlug(tx, slug);
    return first === undefined ? null : this.workspaces.find(tx, first.workspaceId);
  }
}

const wrongCredentials = (): DomainError =>
  new DomainError('unauthenticated', 'session.wrong-credentials', 'Mail address, password or workspace is not right.');
