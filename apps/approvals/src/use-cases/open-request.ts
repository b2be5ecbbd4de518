import type { DataOf, DraftSubmitted } from '@imprimatur/contracts';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertJudgeable } from '../domain/assert-judgeable.ts';
import { itemsHashOf, type ApprovalRequest } from '../domain/approval-request.ts';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { submittedEvent } from './request-events.ts';

/**
 * Opens the request for submitted drafts and gives it its number. What resources accepted is not judged again, only whether it can be. A submission that is
 * sent again only has its acknowledgement repeated.
 */
@Injectable()
export class OpenRequest {
  constructor(private readonly requests: ApprovalRequests) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    workspaceId: string,
    submitted: DataOf<typeof DraftSubmitted>,
  ): Promise<void> {
    await this.requests.lockNumbers(tx, workspaceId);
    const known = await this.requests.find(tx, workspaceId, submitted.requestId);
    const request = known ?? (await this.open(tx, workspaceId, submitted));
    await appendEvents(tx, cause, [submittedEvent(request)]);
  }

  private async open(
    tx: EntityManager,
    workspaceId: string,
    { requestId: id, submittedAt, reviewers, ...submitted }: DataOf<typeof DraftSubmitted>,
  ): Promise<ApprovalRequest> {
    assertJudgeable(submitted.items);
    const request: ApprovalRequest = {
      ...submitted,
      workspaceId,
      id,
      number: await this.requests.drawNumber(tx, workspaceId),
      status: 'pending',
      submittedAt: new Date(submittedAt),
      itemsHash: itemsHashOf(submitted.items),
      reviewers: [...new Set(reviewers)],
      votes: [],
      commenters: [],
      attempt: 0,
      decision: null,
      version: 1,
    };
    await this.requests.insert(tx, request);
    return request;
  }
}
