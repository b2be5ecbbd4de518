import { Directory, type Actor } from '@imprimatur/access';
import { Clock, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { maySee } from '../../domain/eligibility.ts';
import { ApprovalRequests } from '../approval-requests.repository.ts';
import { PublishedVersions } from '../published-versions.repository.ts';
import { CommentRow } from '../rows/comment.row.ts';
import { OutcomeRow } from '../rows/outcome.row.ts';
import { VoteRow } from '../rows/vote.row.ts';
import { presentRequest } from './present-request.ts';
import type { RequestDetail } from './request-detail.schema.ts';

/** One request as one member may see it. */
@Injectable()
export class RequestDetailView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: ApprovalRequests,
    private readonly versions: PublishedVersions,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Reads one snapshot, so that status, votes and outcome agree with each other. */
  read(actor: Actor, requestId: string): Promise<RequestDetail> {
    return this.dataSource.transaction('REPEATABLE READ', (tx) => this.readIn(tx, actor, requestId));
  }

  private async readIn(tx: EntityManager, actor: Actor, requestId: string): Promise<RequestDetail> {
    const { workspaceId } = actor;
    const request = await this.requests.find(tx, workspaceId, requestId);
    if (request === null || !request.items.some((item) => maySee(item, actor))) throw notFound('request');
    const of = { workspaceId, requestId };
    const moved = await this.versions.movedItems(tx, workspaceId, requestId);
    const votes = await tx.find(VoteRow, { where: of, order: { votedAt: 'ASC', memberId: 'ASC' } });
    const comments = await tx.find(CommentRow, { where: of, order: { commentedAt: 'ASC', id: 'ASC' } });
    const outcome = await tx.findOne(OutcomeRow, { where: of, order: { requestVersion: 'DESC' } });
    const members = await this.directory.members(workspaceId, undefined, tx);
    const active = members.filter((member) => member.active && !member.deleted).map(({ id }) => id);
    const people = await this.directory.actors(workspaceId, active, tx);
    const facts = { request, moved, votes, comments, outcome, members, people };
    return presentRequest(facts, actor, this.clock.now());
  }
}
