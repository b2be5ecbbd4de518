import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { Version, type Binding, type Content, type GatedKind } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { decodeCursor, toPage, type PageOf, type PageQuery } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { subjectOn, type EndIds } from '../../domain/resource.ts';
import { findResource } from '../find-resource.ts';
import { satisfiedBy } from '../resources.repository.ts';
import type { VersionDetail, VersionListItem } from './resource-schemas.ts';
import { viewableEnds } from './viewable-ends.ts';

type Row = Omit<VersionListItem, 'publishedAt' | 'request' | 'approvers'> & {
  publishedAt: Date;
  requestNumber: number | null;
  submittedBy: string;
};
type DetailRow = Row &
  Omit<EndIds, 'modelId'> & { content: Content; binding: Binding | null; satisfiedBy: number | null };

const columns = `
  v.version, v.revision, r.content_hash as "contentHash", r.saved_by as "savedBy", v.published_at as "publishedAt",
  p.how, p.request_id as "requestId", p.published_by as "publishedBy", r.restored_from as "restoredFrom",
  s.number as "requestNumber", s.submitted_by as "submittedBy"`;

const tables = `
  version v
  join revision r on r.workspace_id = v.workspace_id and r.resource_id = v.resource_id and r.revision = v.revision
  join publication p on p.workspace_id = v.workspace_id and p.id = v.publication_id
  left join submission s on s.workspace_id = p.workspace_id and s.request_id = p.request_id`;

/** What was published of a resource where the member may look, when, by whom and how; the newest first. */
@Injectable()
export class VersionsView {
  constructor(private readonly dataSource: DataSource) {}

  async list(actor: Actor, kind: GatedKind, id: string, query: PageQuery): Promise<PageOf<VersionListItem>> {
    await findResource(this.dataSource.manager, actor, kind, id);
    const { sources, destinations } = await viewableEnds(this.dataSource.manager, actor);
    const before = query.cursor === undefined ? null : versionIn(query.cursor);
    const rows: Row[] = await this.dataSource.query(
      `select ${columns} from ${tables}
        where v.workspace_id = $1 and v.resource_id = $2 and ($3::integer is null or v.version < $3)
          and v.source_id = any($4::uuid[]) and (v.destination_id is null or v.destination_id = any($5::uuid[]))
        order by v.version desc limit $6`,
      [actor.workspaceId, id, before, sources, destinations, query.limit + 1],
    );
    const { items, nextCursor } = toPage(rows, query.limit, (row) => [String(row.version)]);
    return { items: items.map(listItem), nextCursor };
  }

  async detail(actor: Actor, kind: GatedKind, id: string, version: number): Promise<VersionDetail> {
    await findResource(this.dataSource.manager, actor, kind, id);
    const rows: DetailRow[] = await this.dataSource.query(
      `select ${columns}, v.source_id as "sourceId", v.destination_id as "destinationId",
              r.content, v.binding, ${satisfiedBy('v')} as "satisfiedBy"
         from ${tables}
        where v.workspace_id = $1 and v.resource_id = $2 and v.version = $3`,
      [actor.workspaceId, id, version],
    );
    if (rows[0] === undefined) throw notFound('version');
    const { content, binding, satisfiedBy: by, sourceId, destinationId, ...row } = rows[0];
    const ends = { sourceId, destinationId, modelId: null };
    if (!canView(actor.ability, subjectOn(kind, [ends]))) throw notFound('version');
    return { ...listItem(row), content, binding: binding && { ...binding, satisfiedBy: by } };
  }
}

const listItem = ({ requestNumber: number, submittedBy, ...row }: Row): VersionListItem => ({
  ...row,
  publishedAt: row.publishedAt.toISOString(),
  request: row.requestId === null ? null : { id: row.requestId, number, submittedBy },
  approvers: row.how === 'request' ? row.publishedBy : [],
});

const Position = z.tuple([z.coerce.number().pipe(Version)]);

const versionIn = (cursor: string): number => decodeCursor(cursor, Position)[0];
