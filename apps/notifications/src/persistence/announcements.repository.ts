import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isNotice, type Announced } from '../domain/announced.ts';
import { AnnouncementRow } from './announcement.row.ts';

@Injectable()
export class AnnouncementsRepository {
  /** An event announced before stays as it is. */
  async insert(tx: EntityManager, announced: Announced): Promise<void> {
    const { workspaceId, eventId, occasion, occurredAt } = announced;
    const requestId = isNotice(announced) ? null : (announced.request?.id ?? null);
    await tx.query(
      `insert into announcement (workspace_id, event_id, occasion, occurred_at, request_id, content)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [workspaceId, eventId, occasion, occurredAt, requestId, JSON.stringify(announced)],
    );
  }

  async get(tx: EntityManager, workspaceId: string, eventId: string): Promise<Announced> {
    return (await tx.findOneByOrFail(AnnouncementRow, { workspaceId, eventId })).content;
  }
}
