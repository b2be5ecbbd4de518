import type { EntityManager } from 'typeorm';
import type { IncomingRecord } from '../transport.ts';
import type { Identity } from './classify.ts';
import type { Group } from './group.ts';

export type DeadReason = 'malformed' | 'rule' | 'future' | 'failed';

export interface Death {
  reason: DeadReason | 'parked';
  error: string;
  attempts: number;
}

/** A dead letter as the retrier reads it. */
export interface DeadLetterRow {
  id: string;
  group_name: string;
  event_id: string;
  attempts: number;
  topic: string;
  partition: number;
  log_offset: string;
  record_key: string | null;
  workspace_id: string | null;
  subject: string | null;
  headers: Record<string, string>;
  value: Buffer | null;
}

/** Postgres takes no NUL in text. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

export async function insertDeadLetter(
  tx: EntityManager,
  group: Group,
  record: IncomingRecord,
  identity: Identity,
  death: Death,
): Promise<void> {
  await tx.query(
    `insert into dead_letter (group_name, kind, event_id, reason, error, attempts, topic, partition, log_offset, record_key,
                              type, workspace_id, subject, headers, value)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict on constraint dead_letter_event do nothing`,
    [
      group.name,
      group.kind,
      identity.eventId,
      death.reason,
      storable(death.error),
      death.attempts,
      record.topic,
      record.partition,
      record.offset,
      record.key === null ? null : storable(record.key),
      storable(record.headers['ce_type'] ?? ''),
      identity.workspaceId,
      identity.subject === null ? null : storable(identity.subject),
      storable(JSON.stringify(record.headers)).replaceAll('\\u0000', '\\uFFFD'),
      record.value,
    ],
  );
}

/** Whether an earlier dead letter of the subject is there; holds off its retry until this transaction ends, so that neither overtakes. */
export async function hasDeadLetter(tx: EntityManager, group: Group, identity: Identity): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select id from dead_letter where group_name = $1 and workspace_id = $2 and subject = $3 order by id limit 1 for share`,
    [group.name, identity.workspaceId, identity.subject],
  );
  return rows.length > 0;
}

/** A newer record of the same key says all that the older one would have said. */
export async function clearDeadLetters(tx: EntityManager, group: Group, record: IncomingRecord): Promise<void> {
  await tx.query(
    `delete from dead_letter
     where group_name = $1 and topic = $2 and record_key = $3 and partition = $4 and log_offset < $5`,
    [group.name, record.topic, record.key, record.partition, record.offset],
  );
}

/** Takes a dead letter away and lets the first one parked behind it be tried. */
export async function resolveDeadLetter(tx: EntityManager, row: DeadLetterRow): Promise<void> {
  await tx.query('delete from dead_letter where id = $1', [row.id]);
  await tx.query(
    `update dead_letter set reason = 'failed', retry_requested_at = now()
     where id = (select min(id) from dead_letter
                 where group_name = $1 and workspace_id = $2 and subject = $3 and reason = 'parked')`,
    [row.group_name, row.workspace_id, row.subject],
  );
}
