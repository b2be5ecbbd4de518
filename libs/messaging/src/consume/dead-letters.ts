import { allContracts } from '@imprimatur/contracts';
import { DomainError, notFound } from '@imprimatur/kernel';
import type { DataSource } from 'typeorm';
import { resolveDeadLetter, type DeadLetterRow, type DeadReason } from './dead-letter-rows.ts';

/** An event that could not be handled, as an operator sees it. */
export interface DeadLetter {
  id: string;
  group: string;
  kind: 'reaction' | 'projection';
  reason: DeadReason;
  error: string;
  attempts: number;
  eventId: string;
  type: string | null;
  workspaceId: string | null;
  subject: string | null;
  topic: string;
  partition: number;
  offset: string;
  createdAt: Date;
  retryRequested: boolean;
  /** How many later events of its subject wait behind it. */
  parked: number;
}

/** Dead letters, the oldest first; of one group if given. */
export function listDeadLetters(dataSource: DataSource, group?: string): Promise<DeadLetter[]> {
  return dataSource.query<DeadLetter[]>(
    `select id, group_name as "group", kind, reason, error, attempts, event_id as "eventId", type, workspace_id as "workspaceId",
            subject, topic, partition, log_offset as "offset", created_at as "createdAt",
            retry_requested_at is not null as "retryRequested",
            (select count(*)::int from dead_letter as behind where behind.reason = 'parked' and behind.group_name = dead.group_name
               and behind.workspace_id = dead.workspace_id and behind.subject = dead.subject) as parked
     from dead_letter as dead where reason <> 'parked' and ($1::text is null or group_name = $1) order by id`,
    [group ?? null],
  );
}

/** Asks the running service to try dead letters again, and then what is parked behind them. Answers how many were asked for. */
export async function retryDeadLetters(
  dataSource: DataSource,
  which: { id: string } | { group: string },
): Promise<number> {
  const [column, value] = 'id' in which ? ['id', which.id] : ['group_name', which.group];
  const [, affected] = await dataSource.query<[unknown[], number]>(
    `update dead_letter set retry_requested_at = now() where ${column} = $1 and reason <> 'parked'`,
    [value],
  );
  return affected;
}

/**
 * Gives a dead letter of a reaction up; what is parked behind it is tried next. Refused for projections, whose copy would be wrong for
 * good, but for a record that names no workspace: it is nobody's state. Refused as well for an event whose effect nothing makes up for.
 */
export async function discardDeadLetter(dataSource: DataSource, id: string): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const [row] = await tx.query<(DeadLetterRow & { kind: string; reason: string; type: string })[]>(
      'select * from dead_letter where id = $1 for update',
      [id],
    );
    if (row === undefined) throw notFound('dead-letter');
    if (row.kind === 'projection' && row.workspace_id !== null) {
      throw new DomainError(
        'conflict',
        'dead-letter.projection',
        'A projection has to be retried or sent again, never discarded.',
      );
    }
    if (row.reason === 'parked') {
      throw new DomainError(
        'conflict',
        'dead-letter.parked',
        'It waits behind an earlier dead letter: discard or retry that one.',
      );
    }
    const loss = allContracts.find(({ type }) => type === row.type)?.indispensable;
    if (loss !== undefined) {
      throw new DomainError('conflict', 'dead-letter.indispensable', `It has to be retried, never discarded: ${loss}.`);
    }
    await resolveDeadLetter(tx, row);
  });
}
