import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Announcement } from '../domain/announcement.ts';
import { AnnouncementRow } from './announcement.row.ts';

@Injectable()
export class AnnouncementsRepository {
  /** An event announced before stays as it is. */
  async insert(tx: EntityManager, announcement: Announcement): Promise<void> {
    const { workspaceId, eventId, occasion, occurredAt, request } = announcement;
    await tx.query(
      `insert into announcement (workspace_id, event_id, occasion, occurred_at, request_id, content)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [workspaceId, eventId, occasion, occurredAt, request?.id ?? null, JSON.stringify(announcement)],
    );
  }

  async get(tx: EntityManager, workspaceId: string, eventId: string): Promise<Announcement> {
    return (await tx.findOneByOrFail(AnnouncementRow, { workspaceId, eventId })).content;
  }
}
