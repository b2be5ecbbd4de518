import { AudienceState } from '@imprimatur/contracts';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import type { Audience } from '../../domain/audience.ts';

/** Appends the present state; what is deleted says no more about whom it was. */
export async function appendAudienceState(tx: EntityManager, cause: Cause, audience: Audience): Promise<void> {
  const { workspaceId, id, seq, deleted, name, version, sourceId } = audience;
  const content = deleted ? { ...audience.content, conditions: [] } : audience.content;
  const state = { id, workspaceId, seq, deleted, name, version, sourceId, content };
  await appendEvents(tx, cause, [newEvent(AudienceState, workspaceId, id, state)]);
}
