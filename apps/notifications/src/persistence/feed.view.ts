import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Audience, FeedType } from '../domain/feed-entry.ts';

/** Up to where somebody has heard a workspace's feed. */
export interface Place {
  workspaceId: string;
  /** The id of an entry; a bigint, as text. */
  position: string;
}

export interface FeedRow {
  /** The place asked about that it comes after. */
  after: string;
  workspaceId: string;
  id: string;
  type: FeedType;
  resourceId: string;
  version: number | null;
  audience: Audience;
  /** Whether it belongs to something else, whose present audience counts too. */
  belongs: boolean;
  /** Null where that is not known of. */
  presentAudience: Audience | null;
}

/** Where the feed of a workspace stands. */
export interface Standing {
  last: string;
  /** Whether everything after the position asked about is still there. */
  isWhole: boolean;
}

@Injectable()
export class FeedView {
  constructor(private readonly dataSource: DataSource) {}

  async standing(workspaceId: string, after: string | null): Promise<Standing> {
    const [row] = await this.dataSource.query<[Standing]>(
      `select greatest(newest, forgotten) as last,
              coalesce($2::bigint between forgotten and greatest(newest, forgotten), false) as "isWhole"
         from (select coalesce((select max(id) from feed where workspace_id = $1), 0) as newest,
                      coalesce((select up_to from feed_forgotten where workspace_id = $1), 0) as forgotten) as known`,
      [workspaceId, after],
    );
    return row;
  }

  /** What came after each place, in order, so many at most for each. */
  since(places: Place[], limit: number): Promise<FeedRow[]> {
    return this.dataSource.query(
      `select place.position as after, f.workspace_id as "workspaceId", f.id, f.type, f.resource_id as "resourceId", f.version, f.audience,
              known.audience as "presentAudience", f.present_audience_of is not null as belongs
         from unnest($1::uuid[], $2::bigint[]) as place (workspace_id, position)
         cross join lateral (
           select * from feed where feed.workspace_id = place.workspace_id and feed.id > place.position
            order by feed.id limit $3) f
         left join feed_audience known on known.workspace_id = f.workspace_id and known.id = f.present_audience_of
        order by f.id`,
      [places.map(({ workspaceId }) => workspaceId), places.map(({ position }) => position), limit],
    );
  }
}
