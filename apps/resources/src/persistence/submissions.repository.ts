import type { DataOf, DraftReleased, DraftSubmitted } from '@imprimatur/contracts';
import type { EntityManager } from 'typeorm';
import { SubmissionRow } from './rows/submission.row.ts';

export type Submitted = DataOf<typeof DraftSubmitted>;
export type Released = DataOf<typeof DraftReleased>;
export type Outcome = NonNullable<SubmissionRow['outcome']>;

export async function insertSubmission(tx: EntityManager, workspaceId: string, event: Submitted): Promise<void> {
  const { requestId, submittedBy, submittedAt } = event;
  await tx.insert(SubmissionRow, {
    ...{ workspaceId, requestId, submittedBy },
    submittedAt: new Date(submittedAt),
    event: event as object,
  });
}

/** Approvals has the request, under this number: it need not be sent again. */
export async function acknowledge(
  tx: EntityManager,
  workspaceId: string,
  requestId: string,
  number: number,
): Promise<void> {
  await tx.query(
    `update submission set acknowledged_at = coalesce(acknowledged_at, now()), event = null, number = $3
      where workspace_id = $1 and request_id = $2 and number is null`,
    [workspaceId, requestId, number],
  );
}

/** Serializes whatever is done about one request. */
export async function lockSubmission(
  tx: EntityManager,
  workspaceId: string,
  requestId: string,
): Promise<Pick<SubmissionRow, 'outcome' | 'answer'> | null> {
  const rows: Pick<SubmissionRow, 'outcome' | 'answer'>[] = await tx.query(
    'select outcome, answer from submission where workspace_id = $1 and request_id = $2 for update',
    [workspaceId, requestId],
  );
  return rows[0] ?? null;
}

export async function closeSubmission(
  tx: EntityManager,
  workspaceId: string,
  requestId: string,
  outcome: Outcome,
  answer: Released | null,
): Promise<void> {
  await tx.query(
    `update submission set outcome = $3, answer = $4, acknowledged_at = coalesce(acknowledged_at, now()), event = null
      where workspace_id = $1 and request_id = $2 and outcome is null`,
    [workspaceId, requestId, outcome, answer === null ? null : JSON.stringify(answer)],
  );
}

/** Claims submissions that nobody acknowledges, after a minute, two, four, then every hour, and marks them as sent now. */
export async function claimUnacknowledged(tx: EntityManager): Promise<{ workspaceId: string; event: Submitted }[]> {
  const [rows]: [{ workspaceId: string; event: Submitted }[], number] = await tx.query(
    `update submission s set sent_at = now(), resends = resends + 1
       from (select workspace_id, request_id from submission
              where acknowledged_at is null
                and sent_at < now() - least(interval '1 hour', interval '1 minute' * power(2, least(resends, 6)))
              order by sent_at limit 50 for update skip locked) due
      where s.workspace_id = due.workspace_id and s.request_id = due.request_id
      returning s.workspace_id as "workspaceId", s.event`,
  );
  return rows;
}
