import { JourneyState } from '@imprimatur/contracts';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import type { Journey } from '../../domain/journey.ts';

export async function appendJourneyState(tx: EntityManager, cause: Cause, journey: Journey): Promise<void> {
  const { workspaceId, id, seq, deleted, name, version, sourceId, content } = journey;
  const state = { id, workspaceId, seq, deleted, name, version, sourceId, content };
  await appendEvents(tx, cause, [newEvent(JourneyState, workspaceId, id, state)]);
}
