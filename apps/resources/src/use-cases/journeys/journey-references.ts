import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { JourneyContent } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { destinationsOf } from '../../domain/journey.ts';
import { lockReferredAudiences } from '../../persistence/audiences.repository.ts';
import { lockConnection } from '../../persistence/resource-locks.ts';
import { findAudience } from '../audiences/find-audience.ts';

/** Locks what a new content refers to, and the audience that the journey begins with now. */
export async function lockJourneyReferences(
  tx: EntityManager,
  workspaceId: string,
  content: JourneyContent,
  present: JourneyContent | null = null,
): Promise<void> {
  for (const id of destinationsOf(content)) await lockConnection(tx, workspaceId, 'destination', id);
  const audiences = [content.audienceId, ...(present === null ? [] : [present.audienceId])];
  await lockReferredAudiences(tx, workspaceId, audiences);
}

/** The source that a locked content begins at. Something that is deleted, elsewhere, or out of the member's sight does not exist. */
export async function sourceOfJourney(tx: EntityManager, actor: Actor, content: JourneyContent): Promise<string> {
  for (const id of destinationsOf(content))
    if (!canView(actor.ability, { kind: 'destination', id })) throw notFound('destination');
  return (await findAudience(tx, actor, content.audienceId)).sourceId;
}
