import { levelOn, saveOptions } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { toPage, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { etagOf } from '../../domain/etag.ts';
import { allEnds, isStale, subjectOn, type Resource } from '../../domain/resource.ts';
import { visibleDraft } from '../../domain/sight.ts';
import { nameEnds } from '../end-names.ts';
import { headColumns, headTables, toResource, type LoadedRow } from '../resources.repository.ts';
import { nameCursor } from './name-cursor.ts';
import { conditionsOf, type SyncQuery } from './resource-query.ts';
import type { ResourceListItem } from './resource-schemas.ts';
import { viewableEnds } from './viewable-ends.ts';

/** Contents and bindings stay where they are: a list does not show them. */
const unread = {
  ...{ versionContent: null as never, versionHash: '', versionBinding: null, versionSatisfiedBy: null },
  ...{ draftContent: null as never, draftHash: '', draftBinding: null, draftSatisfiedBy: null },
} satisfies Partial<LoadedRow>;

type Row = Omit<LoadedRow, keyof typeof unread> & { settling: boolean };

/** The models or syncs that a member may view and looks for, by name. */
@Injectable()
export class ResourceListView {
  constructor(private readonly dataSource: DataSource) {}

  async read(
    actor: Actor,
    kind: GatedKind,
    { limit, cursor, ...filter }: SyncQuery,
  ): Promise<PageOf<ResourceListItem>> {
    const { manager } = this.dataSource;
    const { sources, destinations } = await viewableEnds(manager, actor);
    const [name, id] = nameCursor(cursor);
    const { sql, parameters } = conditionsOf(filter, 8);
    const rows: Row[] = await manager.query(pageOfResources(sql), [
      ...[actor.workspaceId, kind, sources, destinations],
      ...[name, id, limit + 1],
      ...parameters,
    ]);
    const page = toPage(rows, limit, (row) => [row.name, row.id]);
    const resources = page.items.map((row) => ({
      resource: toResource({ ...row, ...unread }),
      settling: row.settling,
    }));
    const named = await nameEnds(
      manager,
      actor.workspaceId,
      resources.map(({ resource }) => resource.ends),
    );
    const items = resources.map(({ resource, settling }) => ({
      ...listItem(actor, resource, settling),
      ends: named(resource.ends),
    }));
    return { items, nextCursor: page.nextCursor };
  }
}

/** The page is cut first; only what is on it is read in full. */
const pageOfResources = (conditions: string): string => `
  with page as materialized (
    select r.id from resource r left join draft d on d.workspace_id = r.workspace_id and d.resource_id = r.id
     where r.workspace_id = $1 and r.kind = $2 and not r.deleted
       and r.source_id = any($3::uuid[]) and (r.destination_id is null or r.destination_id = any($4::uuid[]))
       and ($5::text is null or (r.name, r.id) > ($5, $6::uuid))${conditions}
     order by r.name, r.id limit $7)
  select ${headColumns}, s.request_id is not null and s.acknowledged_at is null as settling
    from ${headTables}
    left join submission s on s.workspace_id = d.workspace_id and s.request_id = d.request_id
   where r.workspace_id = $1 and r.id in (select id from page)
   order by r.name, r.id`;

function listItem(actor: Actor, resource: Resource, settling: boolean): Omit<ResourceListItem, 'ends'> {
  const { id, kind, name, description, labels, metadataVersion, published } = resource;
  const draft = visibleDraft(actor, resource);
  const level = levelOn(actor.ability, subjectOn(kind, allEnds(resource)));
  return {
    ...{ id, name, description, labels, metadataVersion, etag: etagOf(resource) },
    saveOptions: saveOptions(level, actor.workspace.settings.requireApprovals),
    hiddenDraft: draft === null && resource.draft !== null,
    published: published && {
      version: published.version,
      revision: published.revision,
      publishedAt: published.publishedAt.toISOString(),
    },
    draft: draft && {
      ...{ draftId: draft.draftId, revision: draft.revision, baseVersion: draft.baseVersion },
      ...{ contributors: draft.contributors, state: draft.state, requestId: draft.requestId },
      ...{ stale: isStale(resource, draft), settling },
    },
  };
}
