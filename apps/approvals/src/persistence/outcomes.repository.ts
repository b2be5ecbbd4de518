import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ApprovalRequest, OutcomeAnswer, OutcomeKind } from '../domain/approval-request.ts';
import { OutcomeRow } from './rows/outcome.row.ts';

/** Resources is asked again when it has not answered for a minute, then two, four, and every hour. */
const overdue = `answered_at is null
  and emitted_at < now() - least(interval '1 hour', interval '1 minute' * power(2, least(repeats, 6)))`;

/** An outcome without its answer. */
export type AwaitedOutcome = Pick<OutcomeRow, 'kind' | 'attempt' | 'orderedBy' | 'eventId'>;

/** What was decided and has to be carried out by resources, and what came back. Written under the lock of the request's row. */
@Injectable()
export class Outcomes {
  async order(
    tx: EntityManager,
    { workspaceId, id: requestId, attempt, version: requestVersion }: ApprovalRequest,
    outcome: { kind: OutcomeKind; orderedBy: string; eventId: string },
  ): Promise<void> {
    await tx.insert(OutcomeRow, { workspaceId, requestId, requestVersion, attempt, ...outcome });
  }

  async answer(
    tx: EntityManager,
    { workspaceId, id }: ApprovalRequest,
    answer: OutcomeAnswer,
    now: Date,
  ): Promise<void> {
    const versions = answer.kind === 'applied' ? JSON.stringify(answer.versions) : null;
    const reasons = answer.kind === 'rejected' ? JSON.stringify(answer.reasons) : null;
    await tx.query(
      `update outcome set answer = $3, answered_at = $4, versions = $5, reasons = $6
        where workspace_id = $1 and request_id = $2 and answered_at is null`,
      [workspaceId, id, answer.kind, now, versions, reasons],
    );
  }

  /** Requests that have waited too long for an answer, by the database's clock. */
  overdue(tx: EntityManager, limit: number): Promise<{ workspaceId: string; requestId: string }[]> {
    return tx.query(
      `select workspace_id as "workspaceId", request_id as "requestId" from outcome
        where ${overdue} order by emitted_at limit $1`,
      [limit],
    );
  }

  /** The overdue outcome of a request, counted as emitted now; null when another process was faster or the answer came. */
  async claimOverdue(tx: EntityManager, { workspaceId, id }: ApprovalRequest): Promise<AwaitedOutcome | null> {
    const [rows]: [AwaitedOutcome[]] = await tx.query(
      `update outcome set emitted_at = now(), repeats = repeats + 1
        where workspace_id = $1 and request_id = $2 and ${overdue}
        returning kind, attempt, ordered_by as "orderedBy", event_id as "eventId"`,
      [workspaceId, id],
    );
    return rows[0] ?? null;
  }
}
