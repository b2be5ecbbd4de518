import { DraftSubmitted } from '@imprimatur/contracts';
import { appendEvents, newEvent, systemCause } from '@imprimatur/messaging';
import { Logger } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { claimUnacknowledged } from '../../persistence/submissions.repository.ts';

const PATIENCE_SECONDS = 60;

/** Sends submissions again that approvals has not acknowledged for a minute: somebody must look, and until then their drafts are locked. */
@Injectable()
export class ResendSubmissions {
  constructor(private readonly logger: Logger) {}

  /** Returns the ids of the requests. */
  async execute(tx: EntityManager): Promise<string[]> {
    const due = await claimUnacknowledged(tx, PATIENCE_SECONDS);
    const events = due.map(({ workspaceId, event }) => newEvent(DraftSubmitted, workspaceId, event.requestId, event));
    await appendEvents(tx, systemCause(), events);
    for (const { workspaceId, event } of due)
      this.logger.error(
        { workspaceId, requestId: event.requestId },
        'a submission is not acknowledged; sending it again',
      );
    return due.map(({ event }) => event.requestId);
  }
}
