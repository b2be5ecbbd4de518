import { appendEvents, systemCause } from '@imprimatur/messaging';
import { Logger } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { claimUnacknowledged } from '../../persistence/submissions.repository.ts';
import { submittedEvent } from '../steps/submitted-event.ts';

/**
 * Sends submissions again that approvals has not acknowledged for a minute: somebody must look, and until then their drafts are locked.
 * It is the same event again, for an approvals that never got it; one that holds it as a dead letter needs no more of them.
 */
@Injectable()
export class ResendSubmissions {
  constructor(private readonly logger: Logger) {}

  /** Returns the ids of the requests. */
  async execute(tx: EntityManager): Promise<string[]> {
    const due = await claimUnacknowledged(tx);
    for (const { workspaceId, event } of due) {
      const { requestId, submittedBy } = event;
      await appendEvents(tx, { ...systemCause(), actor: submittedBy }, [submittedEvent(workspaceId, event)]);
      this.logger.error({ workspaceId, requestId }, 'a submission is not acknowledged; sending it again');
    }
    return due.map(({ event }) => event.requestId);
  }
}
