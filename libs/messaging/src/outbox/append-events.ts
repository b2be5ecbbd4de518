import type { EntityManager } from 'typeorm';
import type { Cause } from '../cause.ts';
import { recordKey, type NewEvent } from './new-event.ts';

const INSERT = `
  insert into outbox (event_id, topic, type, workspace_id, subject, record_key, data, bytes, actor, correlation_id, causation_id, traceparent)
  select event_id, topic, type, workspace_id, subject, record_key, data::json, octet_length(data), $8, $9, $10, $11
  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[])
    with ordinality as event(event_id, topic, type, workspace_id, subject, record_key, data, position)
  order by position`;

/**
 * Appends events to the outbox in the caller's transaction, in the given order. Locks nothing: the caller has locked or conditionally
 * updated its aggregate row before, which is what makes the order of the outbox the order of the changes.
 */
export async function appendEvents(tx: EntityManager, cause: Cause, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(INSERT, [
    events.map((event) => event.id),
    events.map((event) => event.contract.topic.name),
    events.map((event) => event.contract.type),
    events.map((event) => event.workspaceId),
    events.map((event) => event.subject),
    events.map(recordKey),
    events.map((event) => JSON.stringify(event.data)),
    cause.actor,
    cause.correlationId,
    cause.causationId,
    cause.traceparent ?? null,
  ]);
}
