import type { Actor } from '@imprimatur/access';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { canViewJourney, type Journey } from '../../domain/journey.ts';
import { loadJourney } from '../../persistence/journeys.repository.ts';

/** The journey, if this member may view its source and every destination it names. */
export async function findJourney(tx: EntityManager, { workspaceId, ability }: Actor, id: string): Promise<Journey> {
  const journey = await loadJourney(tx, workspaceId, id);
  if (journey === null || !canViewJourney(ability, journey)) throw notFound('journey');
  return journey;
}
