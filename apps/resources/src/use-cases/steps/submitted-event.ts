import { DraftSubmitted } from '@imprimatur/contracts';
import { derivedId } from '@imprimatur/kernel';
import { newEvent, type NewEvent } from '@imprimatur/messaging';
import type { Submitted } from '../../persistence/submissions.repository.ts';

/** Always with the same id for the same request: sent again, it is recognised, and never waits behind its own dead letter. */
export function submittedEvent(workspaceId: string, submitted: Submitted): NewEvent {
  const { requestId } = submitted;
  return {
    ...newEvent(DraftSubmitted, workspaceId, requestId, submitted),
    id: derivedId(requestId, 'draft.submitted'),
  };
}
