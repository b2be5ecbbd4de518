import type { EntityManager } from 'typeorm';
import { destinationsOf, type Journey } from '../domain/journey.ts';
import { JourneyRow } from './rows/journey.row.ts';

const selected = `
  select j.workspace_id as "workspaceId", j.id, j.name, j.version, j.seq, a.source_id as "sourceId", j.content,
         j.saved_by as "savedBy", j.saved_at as "savedAt", j.deleted
    from journey j join audience a on a.workspace_id = j.workspace_id and a.id = j.audience_id
   where j.workspace_id = $1`;

export async function loadJourney(tx: EntityManager, workspaceId: string, id: string): Promise<Journey | null> {
  const rows: Journey[] = await tx.query(`${selected} and j.id = $2 and not j.deleted`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** One that is known to be there, deleted or not. */
export async function loadJourneyWithDeleted(tx: EntityManager, workspaceId: string, id: string): Promise<Journey> {
  const rows: Journey[] = await tx.query(`${selected} and j.id = $2`, [workspaceId, id]);
  return rows[0]!;
}

/** The journeys that begin with an audience, by name. */
export function journeysOf(tx: EntityManager, workspaceId: string, audienceId: string): Promise<Journey[]> {
  return tx.query(`${selected} and j.audience_id = $2 and not j.deleted order by j.name, j.id`, [
    workspaceId,
    audienceId,
  ]);
}

/** The journeys whose steps name a destination, by name. */
export function journeysTo(tx: EntityManager, workspaceId: string, destinationId: string): Promise<Journey[]> {
  return tx.query(`${selected} and $2::uuid = any(j.destination_ids) and not j.deleted order by j.name, j.id`, [
    workspaceId,
    destinationId,
  ]);
}

/** To change one, after what it refers to. */
export async function lockJourney(tx: EntityManager, workspaceId: string, id: string): Promise<void> {
  await tx.query('select from journey where workspace_id = $1 and id = $2 for no key update', [workspaceId, id]);
}

/** After their audience, when they are about to change with it. */
export async function lockJourneysOf(tx: EntityManager, workspaceId: string, audienceId: string): Promise<void> {
  await tx.query(
    `select from journey where workspace_id = $1 and audience_id = $2 and not deleted order by id for no key update`,
    [workspaceId, audienceId],
  );
}

export async function insertJourney(tx: EntityManager, journey: Journey): Promise<void> {
  await tx.insert(JourneyRow, rowOf(journey));
}

export async function updateJourney(tx: EntityManager, journey: Journey): Promise<void> {
  const { workspaceId, id } = journey;
  await tx.update(JourneyRow, { workspaceId, id }, rowOf(journey));
}

/** Its source is kept with its audience alone. */
const rowOf = ({ workspaceId, id, name, version, seq, content, savedBy, savedAt, deleted }: Journey): JourneyRow => ({
  ...{ workspaceId, id, name, version, seq, content, savedBy, savedAt, deleted },
  audienceId: content.audienceId,
  destinationIds: destinationsOf(content),
});
