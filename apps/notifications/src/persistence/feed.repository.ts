import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Audience, FeedEntry, FeedType } from '../domain/feed-entry.ts';

/** What says nothing about who may hear of it itself. */
export type Unaddressed = Pick<FeedEntry, 'workspaceId' | 'type' | 'id'>;

@Injectable()
export class FeedRepository {
  async append(tx: EntityManager, { workspaceId, type, id, version, audience }: FeedEntry): Promise<void> {
    await this.takeTurn(tx, workspaceId);
    await tx.query(
      'insert into feed (workspace_id, type, resource_id, version, audience) values ($1, $2, $3, $4, $5)',
      [workspaceId, type, id, version, JSON.stringify(audience)],
    );
  }

  /** For whom the other thing is, as far as that is known; else for nobody. */
  async appendLike(tx: EntityManager, entry: Unaddressed, otherId: string): Promise<void> {
    await this.takeTurn(tx, entry.workspaceId);
    await tx.query(
      `insert into feed (workspace_id, type, resource_id, audience)
       select workspace_id, $2, $3, audience from feed_audience where workspace_id = $1 and id = $4`,
      [entry.workspaceId, entry.type, entry.id, otherId],
    );
  }

  /** For those who may view it where it went when it began, and its sync where that goes when they hear of it. */
  async appendRun(tx: EntityManager, workspaceId: string, runId: string, syncId: string): Promise<void> {
    await this.takeTurn(tx, workspaceId);
    const type: FeedType = 'runs';
    await tx.query(
      `insert into feed (workspace_id, type, resource_id, audience, present_audience_of)
       select $1, $2, $3, audience, $4
         from (select coalesce(
                 (select audience from feed where workspace_id = $1 and resource_id = $3 order by id limit 1),
                 (select audience from feed_audience where workspace_id = $1 and id = $4)) as audience) known
        where audience is not null`,
      [workspaceId, type, runId, syncId],
    );
  }

  /** Something older does not replace what a newer one said. */
  async follow(tx: EntityManager, workspaceId: string, id: string, seq: number, audience: Audience): Promise<void> {
    await tx.query(
      `insert into feed_audience as known (workspace_id, id, seq, audience) values ($1, $2, $3, $4)
       on conflict (workspace_id, id) do update set seq = excluded.seq, audience = excluded.audience
       where known.seq <= excluded.seq`,
      [workspaceId, id, seq, JSON.stringify(audience)],
    );
  }

  async forget(tx: EntityManager, workspaceId: string, id: string): Promise<void> {
    await tx.query('delete from feed_audience where workspace_id = $1 and id = $2', [workspaceId, id]);
  }

  /** Remembers of each workspace from where on nothing of it is missing. Returns how many it deleted. */
  async deleteOld(tx: EntityManager, hours: number, limit: number): Promise<number> {
    const [{ deleted }] = await tx.query<[{ deleted: number }]>(
      `with gone as (
         delete from feed where ctid = any (array(
           select ctid from feed where created_at < now() - $1 * interval '1 hour'
            order by created_at limit $2 for update skip locked))
         returning workspace_id, id),
       remembered as (
         insert into feed_forgotten as known (workspace_id, up_to)
         select workspace_id, max(id) from gone group by workspace_id order by workspace_id
         on conflict (workspace_id) do update set up_to = greatest(known.up_to, excluded.up_to))
       select count(*)::int as deleted from gone`,
      [hours, limit],
    );
    return deleted;
  }

  /** Ids of a workspace are committed in their order: who has read up to one has missed nothing before it. */
  private async takeTurn(tx: EntityManager, workspaceId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('feed ' || $1, 0))`, [workspaceId]);
  }
}
