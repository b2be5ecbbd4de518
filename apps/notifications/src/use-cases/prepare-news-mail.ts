import { Directory, type MemberRecord, type WorkspaceRecord } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import { Freshness } from '@imprimatur/messaging';
import { PublicUrl } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { Announcement, NewsReason } from '../domain/announcement.ts';
import type { ClaimedMail } from '../domain/delivery.ts';
import { classOf } from '../domain/event-classes.ts';
import { judge, type Judgement } from '../domain/judgement.ts';
import { letterFor } from '../domain/letter.ts';
import { threadRoot } from '../domain/thread.ts';
import type { OutgoingMail, Prepared } from './outgoing-mail.ts';
import { Subscriptions } from './subscriptions.ts';

interface Reader {
  workspace: WorkspaceRecord;
  member: MemberRecord;
  judgement: Extract<Judgement, { told: true }>;
}

/** Judges whether the recipient wants to and may be told right now, and writes the letter. */
@Injectable()
export class PrepareNewsMail {
  constructor(
    private readonly directory: Directory,
    private readonly freshness: Freshness,
    private readonly subscriptions: Subscriptions,
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
    if (actor === null) return { told: false, code: member.deleted ? 'recipient.deleted' : 'recipient.inactive' };
    const muted = await this.subscriptions.mutedBy(member.workspaceId, member.id);
    return judge(announcement, { ...member, muted }, actor.ability);
  }

  private async write(
    claimed: ClaimedMail,
    announcement: Announcement,
    { workspace, member, judgement: { items, hidden, thread } }: Reader,
  ): Promise<OutgoingMail> {
    const { occasion } = announcement;
    const { memberId, messageId } = claimed;
    // Only notices have the reason that news have not.
    const reason = claimed.reason as NewsReason;
    const letter = letterFor(announcement, {
      workspace: { name: workspace.name, timeZone: workspace.settings.timeZone },
      publicUrl: this.publicUrl.origin,
      items,
      hidden,
      thread,
      reason,
      unsubscribeUrl: await this.subscriptions.unsubscribeUrl(workspace.id, memberId, classOf[occasion]),
      nameOf: await this.namesIn(announcement),
      now: this.clock.now(),
    });
    const root = thread === null ? null : threadRoot(thread.request.id, memberId);
    return {
      to: { name: member.name, address: member.email! },
      letter,
      messageId,
      root: root === messageId ? null : root,
      occasion,
      reason,
      workspace: { id: workspace.id, slug: workspace.slug },
      requestId: thread?.request.id ?? null,
      secret: null,
    };
  }

  private async namesIn(announcement: Announcement): Promise<(memberId: string) => string> {
    const { workspaceId, by, submittedBy, approvedBy, reviewers } = announcement;
    const ids = [by, submittedBy, ...approvedBy, ...reviewers].filter((id) => id !== null);
    const members = await this.directory.members(workspaceId, ids);
    const names = new Map(members.filter(({ deleted }) => !deleted).map(({ id, name }) => [id, name]));
    return (memberId) => names.get(memberId) ?? 'a former member';
  }
}
