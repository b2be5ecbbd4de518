import { canWorkspace } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { AudienceContent, Id, Instant, Version } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { PageQuery, toPage, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { nameCursor } from './name-cursor.ts';
import { containing, SearchText } from './search-text.ts';
import { viewableEnds } from './viewable-ends.ts';

export const AudienceQuery = PageQuery.extend({
  q: SearchText.optional(),
  sourceId: Id.optional(),
  modelId: Id.optional(),
});
export type AudienceQuery = z.output<typeof AudienceQuery>;

export const AudienceView = z
  .object({
    id: Id,
    name: z.string(),
    version: Version,
    sourceId: Id,
    sourceName: z.string(),
    modelName: z.string(),
    content: AudienceContent,
    editable: z.boolean(),
    savedBy: Id,
    savedAt: Instant,
  })
  .meta({ id: 'Audience' });
export type AudienceView = z.output<typeof AudienceView>;

type Row = Omit<AudienceView, 'editable' | 'savedAt'> & { savedAt: Date };

const selected = `
  select a.id, a.name, a.version, a.source_id as "sourceId", s.name as "sourceName", m.name as "modelName", a.content,
         a.saved_by as "savedBy", a.saved_at as "savedAt"
    from audience a
    join connection s on s.workspace_id = a.workspace_id and s.id = a.source_id
    join resource m on m.workspace_id = a.workspace_id and m.id = a.model_id
   where a.workspace_id = $1 and not a.deleted and a.source_id = any($2::uuid[])`;

/** The audiences whose source a member may view, by name. */
@Injectable()
export class AudiencesView {
  constructor(private readonly dataSource: DataSource) {}

  async list(actor: Actor, { limit, cursor, q, sourceId, modelId }: AudienceQuery): Promise<PageOf<AudienceView>> {
    const { manager } = this.dataSource;
    const { sources } = await viewableEnds(manager, actor);
    const [name, id] = nameCursor(cursor);
    const rows: Row[] = await manager.query(
      `${selected}
         and ($3::text is null or (a.name, a.id) > ($3, $4::uuid)) and ($5::text is null or a.name ilike $5)
         and ($6::uuid is null or a.source_id = $6) and ($7::uuid is null or a.model_id = $7)
       order by a.name, a.id limit $8`,
      [actor.workspaceId, sources, name, id, containing(q), sourceId ?? null, modelId ?? null, limit + 1],
    );
    const { items, nextCursor } = toPage(rows, limit, (row) => [row.name, row.id]);
    return { items: items.map((row) => asSeenBy(actor, row)), nextCursor };
  }

  async detail(actor: Actor, id: string): Promise<AudienceView> {
    const { manager } = this.dataSource;
    const { sources } = await viewableEnds(manager, actor);
    const rows: Row[] = await manager.query(`${selected} and a.id = $3`, [actor.workspaceId, sources, id]);
    if (rows[0] === undefined) throw notFound('audience');
    return asSeenBy(actor, rows[0]);
  }
}

const asSeenBy = ({ ability }: Actor, row: Row): AudienceView => ({
  ...row,
  editable: canWorkspace(ability, 'audiences'),
  savedAt: row.savedAt.toISOString(),
});
