import { Directory } from '@imprimatur/access';
import { SealError, Sealer } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { accountLetter } from '../domain/account-letter.ts';
import { whyNotToSend, type AccountNotice } from '../domain/account-notice.ts';
import type { ClaimedMail } from '../domain/delivery.ts';
import type { Prepared } from './outgoing-mail.ts';

/** Opens the link and writes the letter around it. Neither is kept. */
@Injectable()
export class PrepareAccountMail {
  constructor(
    private readonly directory: Directory,
    private readonly links: Sealer,
  ) {}

  async execute({ workspaceId, memberId, messageId }: ClaimedMail, notice: AccountNotice): Promise<Prepared> {
    const member = await this.directory.member(workspaceId, memberId);
    if (member === null) return { kind: 'wait', code: 'recipient.not-known-yet' };
    const code = whyNotToSend(notice, member);
    if (code !== null) return { kind: 'skip', code };
    const link = this.open(notice);
    // A key that is missing here can be put right by an operator while the link lives.
    if (link === null) return { kind: 'wait', code: 'link.unreadable' };
    const workspace = await this.directory.workspace(workspaceId);
    const { name, email } = notice.member;
    return {
      kind: 'ready',
      mail: {
        to: { name, address: email },
        letter: accountLetter(notice, { link, timeZone: workspace?.settings.timeZone ?? 'UTC' }),
        messageId,
        root: null,
        occasion: notice.occasion,
        reason: 'account',
        workspace: null,
        requestId: null,
        secret: link,
      },
    };
  }

  private open({ linkId, link }: AccountNotice): string | null {
    try {
      const opened = this.links.open(['password-link', linkId], link);
      return typeof opened === 'string' ? opened : null;
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  }
}
