import { Directory } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import { appendEvents, Freshness, systemCause, type NewEvent } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUnattended } from '../domain/attendance.ts';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { Attendances, type Judged } from '../persistence/attendances.repository.ts';
import { unattendedEvent } from './request-events.ts';

/**
 * Says of open requests that no chosen reviewer can act any more, once until their reviewers change. Asks of the present state and not of
 * what changed it: who left, which role was edited, in which order it was heard of and how often makes no difference.
 */
@Injectable()
export class NoticeUnattended {
  constructor(
    private readonly attendances: Attendances,
    private readonly requests: ApprovalRequests,
    private readonly directory: Directory,
    private readonly freshness: Freshness,
    private readonly clock: Clock,
  ) {}

  /** Workspaces whose rights are not those that all of their open requests were judged by. */
  due(tx: EntityManager): Promise<string[]> {
    return this.attendances.workspacesDue(tx);
  }

  /** Judges as many as `limit`, and answers how many. None while rights may be out of date: who seems to be gone may be back. */
  async execute(tx: EntityManager, workspaceId: string, limit: number): Promise<number> {
    if (await this.freshness.behind(workspaceId, tx)) return 0;
    const due = await this.attendances.lockDue(tx, workspaceId, limit);
    const unattended = await this.unattended(
      tx,
      workspaceId,
      due.map(({ requestId }) => requestId),
    );
    const judged = due.map((each): Judged => ({ ...each, said: unattended.has(each.requestId) }));
    await this.attendances.put(tx, workspaceId, judged, this.clock.now());
    await appendEvents(tx, systemCause(), [...unattended.values()]);
    return due.length;
  }

  /** What is to be said, by request. */
  private async unattended(
    tx: EntityManager,
    workspaceId: string,
    requestIds: string[],
  ): Promise<Map<string, NewEvent>> {
    const said = new Map<string, NewEvent>();
    if (requestIds.length === 0) return said;
    const requests = await this.attendances.judged(tx, workspaceId, requestIds);
    const reviewers = [...new Set(requests.flatMap((request) => request.reviewers))];
    const workspace = await this.directory.workspace(workspaceId, tx);
    const members = await this.directory.members(workspaceId, reviewers, tx);
    const active = await this.directory.actors(workspaceId, reviewers, tx);
    if (workspace === null) return said;
    const [people, known] = [
      new Map(active.map((each) => [each.memberId, each])),
      new Set(members.map(({ id }) => id)),
    ];
    for (const request of requests) {
      if (request.said || !isUnattended(request, people, known, workspace.settings.selfApproval)) continue;
      const whole = await this.requests.find(tx, workspaceId, request.requestId);
      if (whole !== null) said.set(whole.id, unattendedEvent(whole));
    }
    return said;
  }
}
