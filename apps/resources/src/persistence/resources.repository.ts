import type { Binding, Content, GatedKind } from '@imprimatur/contracts';
import type { EntityManager } from 'typeorm';
import type { Draft, EndIds, Metadata, Published, Resource } from '../domain/resource.ts';
import { ResourceRow } from './rows/resource.row.ts';

/** The version that satisfies the binding of `row`, if there is one by now; bindings themselves are written once. */
export const satisfiedBy = (row: string): string => `
  coalesce((${row}.binding ->> 'satisfiedBy')::integer, (
    select min(m.version) from version m
     where m.workspace_id = ${row}.workspace_id and m.resource_id = (${row}.binding ->> 'modelId')::uuid
       and m.draft_id = (${row}.binding ->> 'draftId')::uuid and m.revision >= (${row}.binding ->> 'revision')::integer))`;

/** A resource but for its contents and bindings, for lists. */
export const headTables = `
  resource r
  left join version v
    on v.workspace_id = r.workspace_id and v.resource_id = r.id and v.version = r.published_version
  left join draft d on d.workspace_id = r.workspace_id and d.resource_id = r.id`;

export const resourceTables = `${headTables}
  left join revision vr
    on vr.workspace_id = v.workspace_id and vr.resource_id = v.resource_id and vr.revision = v.revision
  left join revision dr
    on dr.workspace_id = d.workspace_id and dr.resource_id = d.resource_id and dr.revision = d.revision`;

export const headColumns = `
  r.workspace_id as "workspaceId", r.id, r.kind, r.name, r.description, r.labels, r.metadata_version as "metadataVersion",
  r.seq, r.last_revision as "lastRevision", r.deleted, r.source_id as "sourceId", r.destination_id as "destinationId",
  r.model_id as "modelId",
  v.version, v.revision as "versionRevision", v.published_at as "publishedAt", v.schedule_anchor as "scheduleAnchor",
  d.draft_id as "draftId", d.revision as "draftRevision", d.base_version as "baseVersion", d.contributors, d.state,
  d.request_id as "requestId", d.source_id as "draftSourceId", d.destination_id as "draftDestinationId",
  d.model_id as "draftModelId"`;

export const resourceColumns = `${headColumns},
  vr.content as "versionContent", vr.content_hash as "versionHash",
  v.binding as "versionBinding", ${satisfiedBy('v')} as "versionSatisfiedBy",
  dr.content as "draftContent", dr.content_hash as "draftHash",
  d.binding as "draftBinding", ${satisfiedBy('d')} as "draftSatisfiedBy"`;

export interface LoadedRow extends EndIds {
  workspaceId: string;
  id: string;
  kind: GatedKind;
  name: string;
  description: string;
  labels: string[];
  metadataVersion: number;
  seq: number;
  lastRevision: number;
  deleted: boolean;
  version: number | null;
  versionRevision: number;
  versionContent: Content;
  versionHash: string;
  versionBinding: Binding | null;
  versionSatisfiedBy: number | null;
  publishedAt: Date;
  scheduleAnchor: Date;
  draftId: string | null;
  draftRevision: number;
  draftContent: Content;
  draftHash: string;
  baseVersion: number | null;
  contributors: string[];
  state: Draft['state'];
  requestId: string | null;
  draftSourceId: string;
  draftDestinationId: string | null;
  draftModelId: string | null;
  draftBinding: Binding | null;
  draftSatisfiedBy: number | null;
}

/** The resources with these ids that are there, deleted ones included, ordered by id. */
export async function loadWithDeleted(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<Resource[]> {
  const rows: LoadedRow[] = await tx.query(
    `select ${resourceColumns} from ${resourceTables}
      where r.workspace_id = $1 and r.id = any($2::uuid[]) order by r.id`,
    [workspaceId, ids],
  );
  return rows.map(toResource);
}

/** The resources with these ids that are there and not deleted, ordered by id. Lock their rows first to decide on them. */
export async function loadResources(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<Resource[]> {
  return (await loadWithDeleted(tx, workspaceId, ids)).filter(({ deleted }) => !deleted);
}

export async function loadResource(tx: EntityManager, workspaceId: string, id: string): Promise<Resource | null> {
  return (await loadResources(tx, workspaceId, [id]))[0] ?? null;
}

/** The ids of resources whose drafts are in review for a request. */
export async function resourcesInReview(tx: EntityManager, workspaceId: string, requestId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select resource_id as id from draft where workspace_id = $1 and request_id = $2 order by resource_id',
    [workspaceId, requestId],
  );
  return rows.map(({ id }) => id);
}

/** The syncs that refer to a model, drafts included. */
export async function syncsOf(tx: EntityManager, workspaceId: string, modelId: string): Promise<Resource[]> {
  const rows: LoadedRow[] = await tx.query(
    `select ${resourceColumns} from ${resourceTables}
      where r.workspace_id = $1 and not r.deleted and r.kind = 'sync' and (r.model_id = $2 or d.model_id = $2)
      order by r.name, r.id`,
    [workspaceId, modelId],
  );
  return rows.map(toResource);
}

/** The models and syncs that refer to a source or destination, drafts included. */
export async function resourcesAt(tx: EntityManager, workspaceId: string, connectionId: string): Promise<Resource[]> {
  const rows: LoadedRow[] = await tx.query(
    `select ${resourceColumns} from ${resourceTables}
      where r.workspace_id = $1 and not r.deleted
        and (r.source_id = $2 or r.destination_id = $2 or d.source_id = $2 or d.destination_id = $2)
      order by r.name, r.id`,
    [workspaceId, connectionId],
  );
  return rows.map(toResource);
}

export async function insertResource(tx: EntityManager, resource: Resource, by: string, at: Date): Promise<void> {
  const { workspaceId, id, kind, name, description, labels, metadataVersion, seq, lastRevision, ends } = resource;
  await tx.insert(ResourceRow, {
    ...{ workspaceId, id, kind, name, description, labels, metadataVersion, seq, lastRevision, ...ends },
    publishedVersion: null,
    createdBy: by,
    createdAt: at,
  });
}

export async function updateMetadata(
  tx: EntityManager,
  { workspaceId, id }: Resource,
  { name, description, labels }: Metadata,
): Promise<void> {
  const metadata = { name, description, labels };
  await tx.update(ResourceRow, { workspaceId, id }, { ...metadata, metadataVersion: () => 'metadata_version + 1' });
}

/** Deleted resources stay on record with their versions; nothing finds them any more. */
export async function markDeleted(tx: EntityManager, { workspaceId, id }: Resource): Promise<void> {
  await tx.update(ResourceRow, { workspaceId, id }, { deleted: true });
}

const withSatisfied = (binding: Binding | null, version: number | null): Binding | null =>
  binding && { ...binding, satisfiedBy: version };

export function toResource(row: LoadedRow): Resource {
  const { workspaceId, id, kind, name, description, labels, metadataVersion, seq, lastRevision, deleted } = row;
  const { sourceId, destinationId, modelId } = row;
  const ends = { sourceId, destinationId, modelId };
  return {
    ...{ workspaceId, id, kind, name, description, labels, metadataVersion, seq, lastRevision, deleted, ends },
    published: row.version === null ? null : toPublished(row, row.version, ends),
    draft: row.draftId === null ? null : toDraft(row, row.draftId),
  };
}

const toPublished = (row: LoadedRow, version: number, ends: EndIds): Published => ({
  version,
  revision: row.versionRevision,
  content: row.versionContent,
  contentHash: row.versionHash,
  ends,
  binding: withSatisfied(row.versionBinding, row.versionSatisfiedBy),
  publishedAt: row.publishedAt,
  scheduleAnchor: row.scheduleAnchor,
});

const toDraft = (row: LoadedRow, draftId: string): Draft => ({
  draftId,
  revision: row.draftRevision,
  content: row.draftContent,
  contentHash: row.draftHash,
  ends: { sourceId: row.draftSourceId, destinationId: row.draftDestinationId, modelId: row.draftModelId },
  binding: withSatisfied(row.draftBinding, row.draftSatisfiedBy),
  baseVersion: row.baseVersion,
  contributors: row.contributors,
  state: row.state,
  requestId: row.requestId,
});
