import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReviewThread } from '../domain/announce-stale-drafts.ts';

@Injectable()
export class ReviewThreadsRepository {
  /** An older event, retried late, does not replace what a newer one said; one of the future counts as of now, or it would stay for good. */
  async follow(tx: EntityManager, workspaceId: string, thread: ReviewThread, asOf: Date): Promise<void> {
    await tx.query(
      `insert into review_thread as t (workspace_id, request_id, number, participants, items, as_of)
       values ($1, $2, $3, $4, $5, least($6, now()))
       on conflict (workspace_id, request_id) do update
         set participants = excluded.participants, items = excluded.items, as_of = excluded.as_of
       where t.as_of <= excluded.as_of`,
      [workspaceId, thread.requestId, thread.number, thread.participants, JSON.stringify(thread.items), asOf],
    );
  }

  find(tx: EntityManager, workspaceId: string, requestIds: string[]): Promise<ReviewThread[]> {
    return tx.query(
      `select request_id as "requestId", number, participants, items
         from review_thread where workspace_id = $1 and request_id = any($2)`,
      [workspaceId, requestIds],
    );
  }
}
