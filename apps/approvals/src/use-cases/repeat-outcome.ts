import { appendEvents, systemCause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { Outcomes, type AwaitedOutcome } from '../persistence/outcomes.repository.ts';
import { outcomeEvent } from './request-events.ts';

/** Asks resources once more to carry out an outcome that was not answered in time: it does it once and repeats its answer. */
@Injectable()
export class RepeatOutcome {
  constructor(
    private readonly requests: ApprovalRequests,
    private readonly outcomes: Outcomes,
  ) {}

  overdue(tx: EntityManager, limit: number): Promise<{ workspaceId: string; requestId: string }[]> {
    return this.outcomes.overdue(tx, limit);
  }

  /** Null when there is nothing to repeat any more. */
  async execute(tx: EntityManager, workspaceId: string, requestId: string): Promise<AwaitedOutcome | null> {
    const request = await this.requests.lock(tx, workspaceId, requestId);
    const awaited = request && (await this.outcomes.claimOverdue(tx, request));
    if (request === null || awaited === null) return null;
    const cause = { ...systemCause(), actor: awaited.orderedBy, causationId: awaited.eventId };
    await appendEvents(tx, cause, [outcomeEvent(request, awaited.kind, awaited.eventId)]);
    return awaited;
  }
}
