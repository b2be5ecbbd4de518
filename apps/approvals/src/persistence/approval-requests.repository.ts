import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MOST_COMMENTS, type ApprovalRequest, type RequestComment, type Vote } from '../domain/approval-request.ts';
import { threadFull } from '../domain/request-errors.ts';
import { Footprints } from './footprints.repository.ts';
import { itemOf, requestOf } from './request-of-rows.ts';
import { RequestTexts } from './request-texts.repository.ts';
import { ApprovalRequestRow } from './rows/approval-request.row.ts';
import { CommentRow } from './rows/comment.row.ts';
import { RequestItemRow } from './rows/request-item.row.ts';
import { ReviewerRow } from './rows/reviewer.row.ts';
import { VoteRow } from './rows/vote.row.ts';

/** Requests as commands and reactions see them. The row of the request is the only serialization point: lock it first. */
@Injectable()
export class ApprovalRequests {
  constructor(
    private readonly footprints: Footprints,
    private readonly texts: RequestTexts,
  ) {}

  /**
   * Locks the row in a statement of its own and reads everything else after it: what a single statement read beside the lock could
   * be older than the lock, and votes would be counted that are no more, or missed.
   */
  async lock(tx: EntityManager, workspaceId: string, id: string): Promise<ApprovalRequest | null> {
    const row = await tx.findOne(ApprovalRequestRow, {
      where: { workspaceId, id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? null : this.whole(tx, row);
  }

  async find(tx: EntityManager, workspaceId: string, id: string): Promise<ApprovalRequest | null> {
    const row = await tx.findOneBy(ApprovalRequestRow, { workspaceId, id });
    return row === null ? null : this.whole(tx, row);
  }

  /** Requests of a workspace are opened one after the other: whoever holds this sees all that have a number. */
  async lockNumbers(tx: EntityManager, workspaceId: string): Promise<void> {
    await tx.query('insert into request_counter (workspace_id) values ($1) on conflict do nothing', [workspaceId]);
    await tx.query('select 1 from request_counter where workspace_id = $1 for update', [workspaceId]);
  }

  async drawNumber(tx: EntityManager, workspaceId: string): Promise<number> {
    const [rows]: [{ last_number: number }[]] = await tx.query(
      'update request_counter set last_number = last_number + 1 where workspace_id = $1 returning last_number',
      [workspaceId],
    );
    if (rows[0] === undefined) throw new Error(`workspace ${workspaceId} has no request counter: lock it first`);
    return rows[0].last_number;
  }

  async insert(tx: EntityManager, request: ApprovalRequest): Promise<void> {
    const { workspaceId, id: requestId, items, reviewers } = request;
    const { number, status, submittedBy, submittedAt, comment, requiredApprovals, itemsHash } = request;
    await tx.insert(ApprovalRequestRow, {
      ...{ workspaceId, id: requestId, number, status, submittedBy, submittedAt },
      ...{ comment, requiredApprovals, itemsHash },
      footprintId: await this.footprints.put(tx, request),
      contributors: [...new Set(items.flatMap(({ contributors }) => contributors))],
    });
    const rows = items.map((item, position) => ({ workspaceId, requestId, position, ...item }));
    await tx.insert(RequestItemRow, rows);
    const names = items.map(({ resourceId, name }) => ({ ofId: resourceId, text: name }));
    await this.texts.put(tx, request, 'name', names);
    await this.texts.put(tx, request, 'comment', comment === null ? [] : [{ ofId: requestId, text: comment }]);
    await this.addReviewers(tx, request, reviewers, submittedBy, submittedAt);
  }

  /** Writes status, attempt and decision over exactly the version that was judged. Returns the new version. */
  async update(tx: EntityManager, request: ApprovalRequest): Promise<number> {
    const { workspaceId, id, version, status, attempt, decision } = request;
    const { affected } = await tx.update(
      ApprovalRequestRow,
      { workspaceId, id, version },
      {
        status,
        attempt,
        how: decision?.how ?? null,
        approvedBy: decision?.approvedBy ?? [],
        decidedBy: decision?.decidedBy ?? null,
        decidedAt: decision?.decidedAt ?? null,
        decisionComment: decision?.comment ?? null,
        version: version + 1,
      },
    );
    if (affected !== 1)
      throw new DomainError('conflict', 'request.changed', 'The request changed meanwhile. Try again.');
    return version + 1;
  }

  /** Voting again replaces the earlier vote. */
  async castVote(
    tx: EntityManager,
    { workspaceId, id: requestId }: ApprovalRequest,
    vote: Vote,
    comment: string | null,
  ): Promise<void> {
    await tx.upsert(VoteRow, { workspaceId, requestId, ...vote, comment }, ['workspaceId', 'requestId', 'memberId']);
  }

  /** Throws `request.thread-full` beyond what a thread holds; what ends a request may always be said. */
  async addComment(tx: EntityManager, request: ApprovalRequest, comment: RequestComment): Promise<void> {
    const { workspaceId, id: requestId } = request;
    if (comment.occasion === null || comment.occasion === 'vote') {
      if ((await tx.countBy(CommentRow, { workspaceId, requestId })) >= MOST_COMMENTS) throw threadFull();
    }
    await tx.insert(CommentRow, { workspaceId, requestId, ...comment });
    await this.texts.put(tx, request, 'comment', [{ ofId: comment.id, text: comment.text }]);
  }

  async addReviewers(
    tx: EntityManager,
    { workspaceId, id: requestId }: ApprovalRequest,
    memberIds: readonly string[],
    addedBy: string,
    addedAt: Date,
  ): Promise<void> {
    if (memberIds.length === 0) return;
    await tx.insert(
      ReviewerRow,
      memberIds.map((memberId) => ({ workspaceId, requestId, memberId, addedBy, addedAt })),
    );
  }

  async removeReviewers(
    tx: EntityManager,
    { workspaceId, id: requestId }: ApprovalRequest,
    memberIds: readonly string[],
  ): Promise<void> {
    for (const memberId of memberIds) await tx.delete(ReviewerRow, { workspaceId, requestId, memberId });
  }

  private async whole(tx: EntityManager, row: ApprovalRequestRow): Promise<ApprovalRequest> {
    const { workspaceId, id: requestId } = row;
    const of = { workspaceId, requestId };
    const items = await tx.find(RequestItemRow, { where: of, order: { position: 'ASC' } });
    const reviewers = await tx.find(ReviewerRow, { where: of, order: { addedAt: 'ASC', memberId: 'ASC' } });
    const votes = await tx.find(VoteRow, { where: of, order: { votedAt: 'ASC', memberId: 'ASC' } });
    const commenters: { memberId: string }[] = await tx.query(
      'select distinct commented_by as "memberId" from comment where workspace_id = $1 and request_id = $2',
      [workspaceId, requestId],
    );
    return requestOf(row, {
      items: items.map(itemOf),
      reviewers: reviewers.map(({ memberId }) => memberId),
      votes: votes.map(({ memberId, itemsHash, votedAt }) => ({ memberId, itemsHash, votedAt })),
      commenters: commenters.map(({ memberId }) => memberId),
    });
  }
}
