import { canWorkspace } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { Id, Instant, JourneyContent, Version } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { PageQuery, toPage, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { nameCursor } from './name-cursor.ts';
import { containing, SearchText } from './search-text.ts';
import { viewableEnds } from './viewable-ends.ts';

export const JourneyQuery = PageQuery.extend({
  q: SearchText.optional(),
  sourceId: Id.optional(),
  destinationId: Id.optional(),
  audienceId: Id.optional(),
});
export type JourneyQuery = z.output<typeof JourneyQuery>;

export const JourneyView = z
  .object({
    id: Id,
    name: z.string(),
    version: Version,
    sourceId: Id,
    sourceName: z.string(),
    audienceName: z.string(),
    destinations: z.array(z.object({ id: Id, name: z.string() })).meta({ description: 'those its steps name' }),
    content: JourneyContent,
    editable: z.boolean(),
    savedBy: Id,
    savedAt: Instant,
  })
  .meta({ id: 'Journey' });
export type JourneyView = z.output<typeof JourneyView>;

type Row = Omit<JourneyView, 'editable' | 'savedAt'> & { savedAt: Date };

const selected = `
  select j.id, j.name, j.version, a.source_id as "sourceId", s.name as "sourceName", a.name as "audienceName",
         (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.name, d.id), '[]')
            from connection d where d.workspace_id = j.workspace_id and d.id = any(j.destination_ids)) as destinations,
         j.content, j.saved_by as "savedBy", j.saved_at as "savedAt"
    from journey j
    join audience a on a.workspace_id = j.workspace_id and a.id = j.audience_id
    join connection s on s.workspace_id = a.workspace_id and s.id = a.source_id
   where j.workspace_id = $1 and not j.deleted
     and a.source_id = any($2::uuid[]) and j.destination_ids <@ $3::uuid[]`;

/** The journeys whose source and destinations a member may view, by name. */
@Injectable()
export class JourneysView {
  constructor(private readonly dataSource: DataSource) {}

  async list(actor: Actor, { limit, cursor, ...filter }: JourneyQuery): Promise<PageOf<JourneyView>> {
    const { manager } = this.dataSource;
    const { sources, destinations } = await viewableEnds(manager, actor);
    const { q, sourceId = null, destinationId = null, audienceId = null } = filter;
    const rows: Row[] = await manager.query(
      `${selected}
         and ($4::text is null or (j.name, j.id) > ($4, $5::uuid)) and ($6::text is null or j.name ilike $6)
         and ($7::uuid is null or a.source_id = $7) and ($8::uuid is null or $8 = any(j.destination_ids))
         and ($9::uuid is null or j.audience_id = $9)
       order by j.name, j.id limit $10`,
      [
        ...[actor.workspaceId, sources, destinations, ...nameCursor(cursor), containing(q)],
        ...[sourceId, destinationId, audienceId, limit + 1],
      ],
    );
    const { items, nextCursor } = toPage(rows, limit, (row) => [row.name, row.id]);
    return { items: items.map((row) => asSeenBy(actor, row)), nextCursor };
  }

  async detail(actor: Actor, id: string): Promise<JourneyView> {
    const { manager } = this.dataSource;
    const { sources, destinations } = await viewableEnds(manager, actor);
    const rows: Row[] = await manager.query(`${selected} and j.id = $4`, [
      actor.workspaceId,
      sources,
      destinations,
      id,
    ]);
    if (rows[0] === undefined) throw notFound('journey');
    return asSeenBy(actor, rows[0]);
  }
}

const asSeenBy = ({ ability }: Actor, row: Row): JourneyView => ({
  ...row,
  editable: canWorkspace(ability, 'journeys'),
  savedAt: row.savedAt.toISOString(),
});
