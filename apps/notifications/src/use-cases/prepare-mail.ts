import { Directory, type MemberRecord, type WorkspaceRecord } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import { Freshness } from '@imprimatur/messaging';
import { PublicUrl } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { Announcement, Occasion, Reason } from '../domain/announcement.ts';
import type { ClaimedMail } from '../domain/delivery.ts';
import { judge, type Judgement, type UntoldCode } from '../domain/judgement.ts';
import { letterFor, type Letter } from '../domain/letter.ts';
import { threadingOf } from '../domain/thread.ts';

/** A mail with everything but its form. */
export interface OutgoingMail {
  to: { name: string; address: string };
  letter: Letter;
  messageId: string;
  /** The Message-ID of the first mail of its thread, if it is not the first itself. */
  root: string | null;
  occasion: Occasion;
  reason: Reason;
  workspace: { id: string; slug: string };
  requestId: string | null;
}

export type Prepared =
  | { kind: 'ready'; mail: OutgoingMail }
  | { kind: 'skip'; code: UntoldCode }
  | { kind: 'wait'; code: 'recipient.not-known-yet' | 'rights.unconfirmed' };

/** Judges whether the recipient may be told right now, and writes the letter. */
@Injectable()
export class PrepareMail {
  constructor(
    private readonly directory: Directory,
    private readonly freshness: Freshness,
    private readonly publicUrl: PublicUrl,
    private readonly clock: Clock,
  ) {}

  async execute(claimed: ClaimedMail, announcement: Announcement): Promise<Prepared> {
    const { workspaceId, memberId } = claimed;
    const workspace = await this.directory.workspace(workspaceId);
    const member = await this.directory.member(workspaceId, memberId);
    // Members and workspaces are never forgotten, so one that is not there has not been heard of yet.
    if (workspace === null || member === null) return { kind: 'wait', code: 'recipient.not-known-yet' };
    const judgement = await this.judgementOf(announcement, member);
    if (judgement.told)
      return { kind: 'ready', mail: await this.write(claimed, announcement, { workspace, member, judgement }) };
    // A role that has not arrived yet looks like one that grants nothing.
    if (await this.freshness.behind(workspaceId)) return { kind: 'wait', code: 'rights.unconfirmed' };
    return { kind: 'skip', code: judgement.code };
  }

  private async judgementOf(announcement: Announcement, member: MemberRecord): Promise<Judgement> {
    const actor = await this.directory.actor(member.workspaceId, member.id);
    return actor === null
      ? { told: false, code: member.deleted ? 'recipient.deleted' : 'recipient.inactive' }
      : judge(announcement, member, actor.ability);
  }

  private async write(
    { reason, messageId, memberId }: ClaimedMail,
    announcement: Announcement,
    {
      workspace,
      member,
      judgement,
    }: { workspace: WorkspaceRecord; member: MemberRecord; judgement: Extract<Judgement, { told: true }> },
  ): Promise<OutgoingMail> {
    const letter = letterFor(announcement, {
      workspace: { name: workspace.name, timeZone: workspace.settings.timeZone },
      publicUrl: this.publicUrl.origin,
      items: judgement.items,
      hidden: judgement.hidden,
      reason,
      nameOf: await this.namesIn(announcement),
      now: this.clock.now(),
    });
    return {
      to: { name: member.name, address: member.email! },
      letter,
      messageId,
      root: threadingOf(announcement, memberId).root,
      occasion: announcement.occasion,
      reason,
      workspace: { id: workspace.id, slug: workspace.slug },
      requestId: announcement.request?.id ?? null,
    };
  }

  private async namesIn({
    workspaceId,
    by,
    submittedBy,
    approvedBy,
  }: Announcement): Promise<(memberId: string) => string> {
    const ids = [by, submittedBy, ...approvedBy].filter((id) => id !== null);
    const members = await this.directory.members(workspaceId, ids);
    const names = new Map(members.filter(({ deleted }) => !deleted).map(({ id, name }) => [id, name]));
    return (memberId) => names.get(memberId) ?? 'a former member';
  }
}
