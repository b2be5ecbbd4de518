import { canView, subjectOf, type AppAbility } from '@imprimatur/abilities';
import { Id, Instant } from '@imprimatur/contracts';
import { decodeCursor, toPage, type PageOf, type PageQuery } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Announced } from '../domain/announced.ts';
import type { AnnouncedItem } from '../domain/announcement.ts';
import type { MailState, Reason } from '../domain/delivery.ts';

export interface Delivery {
  id: string;
  eventId: string;
  requestId: string | null;
  template: Announced['occasion'];
  reason: Reason;
  to: { memberId: string; address: string | null };
  /** Null until it was tried once, and for a viewer who may not view what it names. */
  subject: string | null;
  state: MailState;
  attempts: number;
  lastError: string | null;
  occurredAt: string;
  createdAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
}

export interface DeliveryFilter {
  requestId?: string | undefined;
  memberId?: string | undefined;
  state?: MailState | undefined;
}

type Row = Omit<Delivery, 'to' | 'occurredAt' | 'createdAt' | 'sentAt' | 'nextAttemptAt'> & {
  memberId: string;
  address: string | null;
  occurredAt: Date;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date | null;
  /** Null for what is about the recipient's own account. */
  items: Pick<AnnouncedItem, 'kind' | 'ends'>[] | null;
  position: string;
};

/** To the microsecond: mails of one event are made in the same millisecond. */
const Position = z.tuple([Instant, Id]);

/** What was mailed to whom, newest first. */
@Injectable()
export class DeliveriesView {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    workspaceId: string,
    viewer: AppAbility,
    filter: DeliveryFilter,
    { limit, cursor }: PageQuery,
  ): Promise<PageOf<Delivery>> {
    const [before, beforeId] = cursor === undefined ? [null, null] : decodeCursor(cursor, Position);
    const rows: Row[] = await this.dataSource.query(
      `select m.id, m.event_id as "eventId", a.request_id as "requestId", a.occasion as template, m.reason,
              m.member_id as "memberId", m.address, m.subject, m.state, m.attempts, m.last_error as "lastError",
              a.occurred_at as "occurredAt", m.created_at as "createdAt", m.sent_at as "sentAt",
              case when m.state = 'pending' then m.next_attempt_at end as "nextAttemptAt",
              (select jsonb_agg(jsonb_build_object('kind', item -> 'kind', 'ends', item -> 'ends'))
                 from jsonb_array_elements(a.content -> 'items') item) as items,
              to_char(m.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position
         from mail m
         join announcement a on a.workspace_id = m.workspace_id and a.event_id = m.event_id
        where m.workspace_id = $1
          and ($2::uuid is null or a.request_id = $2) and ($3::uuid is null or m.member_id = $3)
          and ($4::text is null or m.state = $4)
          and ($5::timestamptz is null or (m.created_at, m.id) < ($5::timestamptz, $6::uuid))
        order by m.created_at desc, m.id desc limit $7`,
      [
        workspaceId,
        filter.requestId ?? null,
        filter.memberId ?? null,
        filter.state ?? null,
        before,
        beforeId,
        limit + 1,
      ],
    );
    const page = toPage(rows, limit, ({ position, id }) => [position, id]);
    return { items: page.items.map((row) => deliveryOf(row, viewer)), nextCursor: page.nextCursor };
  }
}

function deliveryOf(row: Row, viewer: AppAbility): Delivery {
  const visible = (row.items ?? []).every((item) => canView(viewer, subjectOf(item)));
  return {
    id: row.id,
    eventId: row.eventId,
    requestId: row.requestId,
    template: row.template,
    reason: row.reason,
    to: { memberId: row.memberId, address: row.address },
    subject: visible ? row.subject : null,
    state: row.state,
    attempts: row.attempts,
    lastError: row.lastError,
    occurredAt: row.occurredAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  };
}
