import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { acknowledge } from '../../persistence/submissions.repository.ts';

/** The request exists: its submission need not be sent again. */
@Injectable()
export class AcknowledgeSubmission {
  execute(tx: EntityManager, workspaceId: string, requestId: string, number: number): Promise<void> {
    return acknowledge(tx, workspaceId, requestId, number);
  }
}
