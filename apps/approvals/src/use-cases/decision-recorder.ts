import { newId } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CommentOccasion } from '../domain/approval-request.ts';
import type { Act, Decided } from '../domain/decide.ts';
import type { RequestStatus } from '../domain/request-status.ts';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { Outcomes } from '../persistence/outcomes.repository.ts';
import { commentedEvent, outcomeEvent } from './request-events.ts';

/** What whoever decided is told at once; what comes of it is told later by the request itself. */
export interface DecisionAnswer {
  requestId: string;
  status: RequestStatus;
  attempt: number;
  approvals: number;
  requiredApprovals: number;
}

/** Writes a decision, its comment, the outcome it orders and the event that orders it: together or not at all, the row first. */
@Injectable()
export class DecisionRecorder {
  constructor(
    private readonly requests: ApprovalRequests,
    private readonly outcomes: Outcomes,
  ) {}

  async record(tx: EntityManager, cause: Cause, act: Act, { request, outcome }: Decided): Promise<DecisionAnswer> {
    const version = await this.requests.update(tx, request);
    await this.remember(tx, cause, act, { request, outcome });
    if (outcome !== null) {
      const orderedBy = act.person.memberId;
      const event = outcomeEvent(request, outcome);
      await this.outcomes.order(tx, { ...request, version }, { kind: outcome, orderedBy, eventId: event.id });
      await appendEvents(tx, cause, [event]);
    }
    const { id: requestId, status, attempt, requiredApprovals, decision } = request;
    return { requestId, status, attempt, requiredApprovals, approvals: decision?.approvedBy.length ?? 0 };
  }

  /** A decision is told of with what was said; a vote that decides nothing is told to nobody, so its words are told by themselves. */
  private async remember(
    tx: EntityManager,
    cause: Cause,
    { person, comment, now }: Act,
    { request, outcome }: Decided,
  ): Promise<void> {
    if (comment === null) return;
    const occasion: CommentOccasion | null = outcome === null ? 'vote' : (request.decision?.how ?? null);
    const said = { id: newId(now), commentedBy: person.memberId, commentedAt: now, text: comment, occasion };
    await this.requests.addComment(tx, request, said);
    if (outcome === null) await appendEvents(tx, cause, [commentedEvent(request, said)]);
  }
}
