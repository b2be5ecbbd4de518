import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Mails and announcements that nobody looks at any more. Rows that somebody else deletes or changes at the moment are left to them. */
@Injectable()
export class OldMailsRepository {
  async deleteMails(tx: EntityManager, days: number, limit: number): Promise<number> {
    const [, deleted]: [unknown[], number] = await tx.query(
      `delete from mail where (workspace_id, id) in (
         select workspace_id, id from mail
          where created_at < now() - $1 * interval '1 day' and state in ('sent', 'failed', 'skipped')
          limit $2 for update skip locked)`,
      [days, limit],
    );
    return deleted;
  }

  async deleteAnnouncements(tx: EntityManager, days: number, limit: number): Promise<number> {
    const [, deleted]: [unknown[], number] = await tx.query(
      `delete from announcement where (workspace_id, event_id) in (
         select workspace_id, event_id from announcement a
          where occurred_at < now() - $1 * interval '1 day'
            and not exists (select from mail m where m.workspace_id = a.workspace_id and m.event_id = a.event_id)
          limit $2 for update skip locked)`,
      [days, limit],
    );
    return deleted;
  }
}
