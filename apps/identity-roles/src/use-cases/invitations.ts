import { contentHash, DomainError } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../domain/member.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { WorkspacesRepository } from '../persistence/workspaces.repository.ts';
import type { ActingMember } from './held-role.ts';
import { memberInvited } from './identity-events.ts';
import { MailedLinks } from './mailed-links.ts';
import { Throttle } from './throttle.ts';

/** Has the mail sent with which somebody chooses their first password. Links of earlier invitations are dead from then on. */
@Injectable()
export class Invitations {
  constructor(
    private readonly links: MailedLinks,
    private readonly members: MembersRepository,
    private readonly workspaces: WorkspacesRepository,
    private readonly throttle: Throttle,
  ) {}

  /** Under the lock of the workspace's members and of the account. Returns when the invitation ends. */
  async send(
    tx: EntityManager,
    cause: Cause,
    by: ActingMember,
    member: Member & { accountId: string },
    email: string,
  ): Promise<string> {
    await this.charge(tx, member, email);
    const inviter = await this.members.find(tx, by.workspaceId, by.memberId);
    const workspace = await this.workspaces.find(tx, member.workspaceId);
    const link = await this.links.replace(tx, member.accountId, 'invitation');
    const receiver = { member, email, workspaceName: workspace!.name };
    await appendEvents(tx, cause, [memberInvited(receiver, link, { memberId: by.memberId, name: inviter!.name })]);
    return link.expiresAt;
  }

  /** By address and not by member: who is removed can be added again. */
  private async charge(tx: EntityManager, { workspaceId }: Member, email: string): Promise<void> {
    const retryAfter = await this.throttle.charge(tx, {
      invitationOfAccount: `invitation-of:${contentHash(email)}`,
      invitationByWorkspace: `invitation-by:${workspaceId}`,
    });
    if (retryAfter === 0) return;
    const detail = `No more invitations for now. Try again in ${retryAfter} s.`;
    throw new DomainError('too-many', 'member.invited-too-often', detail, { retryAfter });
  }
}
