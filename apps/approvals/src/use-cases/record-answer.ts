import type { DataOf, DraftReleased, PublicationApplied, PublicationRejected } from '@imprimatur/contracts';
import { Clock } from '@imprimatur/kernel';
import { appendEvents, type Cause, type NewEvent } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterAnswer, arePublished, awaitsRelease } from '../domain/answers.ts';
import type { ApprovalRequest, OutcomeAnswer } from '../domain/approval-request.ts';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { Outcomes } from '../persistence/outcomes.repository.ts';
import { publishedEvent, publishFailedEvent } from './request-events.ts';

/** Takes what resources answered to an outcome. Whatever a request does not wait for changes nothing. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly requests: ApprovalRequests,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  async applied(
    tx: EntityManager,
    cause: Cause,
    workspaceId: string,
    data: DataOf<typeof PublicationApplied>,
  ): Promise<void> {
    if (data.requestId === null) return;
    const before = await this.requests.lock(tx, workspaceId, data.requestId);
    const request = before && afterAnswer(before, 'applied', data.attempt);
    if (request === null || !arePublished(request, data.items)) return;
    const event = publishedEvent(request, data.publishedAt, data.items);
    await this.settle(tx, cause, request, { kind: 'applied', versions: data.items }, event);
  }

  async rejected(
    tx: EntityManager,
    cause: Cause,
    workspaceId: string,
    data: DataOf<typeof PublicationRejected>,
  ): Promise<void> {
    const before = await this.requests.lock(tx, workspaceId, data.requestId);
    const request = before && afterAnswer(before, 'rejected', data.attempt);
    if (request === null) return;
    const event = publishFailedEvent(request, data.reasons);
    await this.settle(tx, cause, request, { kind: 'rejected', reasons: data.reasons }, event);
  }

  async released(tx: EntityManager, workspaceId: string, data: DataOf<typeof DraftReleased>): Promise<void> {
    const request = await this.requests.lock(tx, workspaceId, data.requestId);
    if (request === null || !awaitsRelease(request, data.outcome)) return;
    await this.outcomes.answer(tx, request, { kind: 'released' }, this.clock.now());
  }

  private async settle(
    tx: EntityManager,
    cause: Cause,
    request: ApprovalRequest,
    answer: OutcomeAnswer,
    event: NewEvent,
  ): Promise<void> {
    await this.requests.update(tx, request);
    await this.outcomes.answer(tx, request, answer, this.clock.now());
    await appendEvents(tx, cause, [event]);
  }
}
