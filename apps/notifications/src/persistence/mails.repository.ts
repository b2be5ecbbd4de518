import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttemptResult, ClaimedMail, MailState, Reason } from '../domain/delivery.ts';

export interface NewMail {
  workspaceId: string;
  id: string;
  eventId: string;
  memberId: string;
  reason: Reason;
  messageId: string;
  state: Extract<MailState, 'pending' | 'skipped'>;
  lastError: string | null;
}

@Injectable()
export class MailsRepository {
  /** One mail a person and event, and one a person and news: a second one is not inserted. */
  async insert(tx: EntityManager, mails: NewMail[]): Promise<void> {
    await tx.query(
      `insert into mail (workspace_id, id, event_id, member_id, reason, message_id, state, last_error)
       select "workspaceId", id, "eventId", "memberId", reason, "messageId", state, "lastError"
         from jsonb_to_recordset($1::jsonb) as m("workspaceId" uuid, id uuid, "eventId" uuid, "memberId" uuid, reason text,
              "messageId" text, state text, "lastError" text)
       on conflict do nothing`,
      [JSON.stringify(mails)],
    );
  }

  /**
   * Takes what is due, and what was taken before and not finished within its lease. A statement of its own, so committed before anything
   * is sent: whatever happens then, the row says that it may have been.
   */
  async claim(manager: EntityManager, most: number, leaseSeconds: number): Promise<ClaimedMail[]> {
    const [mails]: [ClaimedMail[], number] = await manager.query(
      `with due as (
         select workspace_id, id from mail
          where (state = 'pending' and next_attempt_at <= now()) or (state = 'sending' and lease_until < now())
          order by next_attempt_at limit $1 for update skip locked
       )
       update mail m set state = 'sending', attempts = m.attempts + 1, lease_until = now() + make_interval(secs => $2)
         from due where m.workspace_id = due.workspace_id and m.id = due.id
       returning m.workspace_id as "workspaceId", m.id, m.event_id as "eventId", m.member_id as "memberId", m.reason,
                 m.message_id as "messageId", m.attempts, m.last_error as "lastError"`,
      [most, leaseSeconds],
    );
    return mails;
  }

  /** Locks a mail, so that it stays as it is until the transaction ends. */
  async lock(
    tx: EntityManager,
    workspaceId: string,
    id: string,
  ): Promise<{ eventId: string; state: MailState } | null> {
    const [row]: { eventId: string; state: MailState }[] = await tx.query(
      'select event_id as "eventId", state from mail where workspace_id = $1 and id = $2 for update',
      [workspaceId, id],
    );
    return row ?? null;
  }

  /** What it failed of stays on record until the next attempt ends. */
  async tryAgain(tx: EntityManager, workspaceId: string, id: string): Promise<void> {
    await tx.query(
      `update mail set state = 'pending', next_attempt_at = now() where workspace_id = $1 and id = $2 and state = 'failed'`,
      [workspaceId, id],
    );
  }

  /** Nothing happens when the lease ended and somebody else has taken the mail since: the newer attempt has the last word. */
  async finish(
    manager: EntityManager,
    { workspaceId, id, attempts }: ClaimedMail,
    result: AttemptResult,
  ): Promise<void> {
    const { state, address, subject, lastError, delayMs = 0 } = result;
    await manager.query(
      `update mail set state = $4, lease_until = null, address = coalesce($5, address), subject = coalesce($6, subject),
              last_error = $7, next_attempt_at = now() + make_interval(secs => $8::float8 / 1000),
              sent_at = case when $4 = 'sent' then now() end
        where workspace_id = $1 and id = $2 and attempts = $3 and state = 'sending'`,
      [workspaceId, id, attempts, state, address ?? null, subject ?? null, lastError, delayMs],
    );
  }
}
