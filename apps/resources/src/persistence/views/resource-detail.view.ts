import { canPublish, levelOn, saveOptions } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { etagOf } from '../../domain/etag.ts';
import { allEnds, isStale, subjectOn, type Draft, type Resource } from '../../domain/resource.ts';
import { seesReference, visibleDraft } from '../../domain/sight.ts';
import { nameEnds } from '../end-names.ts';
import { findResource } from '../find-resource.ts';
import { holderOf, holdsOf } from './held-syncs.ts';
import { syncsOf } from '../resources.repository.ts';
import { ModelDetail, SyncDetail } from './resource-schemas.ts';

interface History {
  how: 'direct' | 'request' | null;
  requestId: string | null;
  publishedBy: string[] | null;
  versionSavedBy: string | null;
  draftSavedBy: string | null;
  draftSavedAt: Date | null;
  settling: boolean;
  /** Of the draft, while it is in review. */
  number: number | null;
  submittedBy: string;
  submittedAt: Date;
}

/** One model or sync with its published version and its draft, as one member may see it. */
@Injectable()
export class ResourceDetailView {
  constructor(private readonly dataSource: DataSource) {}

  /** In one snapshot, as {@link sync} is: a publication in between must not show half of before and half of after. */
  model(actor: Actor, id: string): Promise<ModelDetail> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { resource, named, ...fields } = await this.read(tx, actor, 'model', id);
      const { sourceId, sourceName } = named(resource.ends);
      const all = await syncsOf(tx, actor.workspaceId, id);
      const syncs = all
        .filter((sync) => seesReference(actor, sync, ({ modelId }) => modelId === id))
        .map((sync) => ({ id: sync.id, name: sync.name }));
      return ModelDetail.parse({ ...fields, sourceId, sourceName, syncs, holds: holdsOf(actor, resource, all) });
    });
  }

  async sync(actor: Actor, id: string): Promise<SyncDetail> {
    const { resource, named, draft, published, heldBy, ...fields } = await this.dataSource.transaction(
      'REPEATABLE READ',
      async (tx) => {
        const read = await this.read(tx, actor, 'sync', id);
        return { ...read, heldBy: await holderOf(tx, actor, read.resource) };
      },
    );
    return SyncDetail.parse({
      ...{ ...fields, heldBy },
      ends: named(resource.ends),
      published: published && {
        ...published,
        binding: resource.published?.binding,
        scheduleAnchor: resource.published?.scheduleAnchor.toISOString(),
      },
      draft: draft && { ...draft, binding: resource.draft?.binding, ends: named(resource.draft!.ends) },
    });
  }

  private async read(tx: EntityManager, actor: Actor, kind: GatedKind, id: string) {
    const resource = await findResource(tx, actor, kind, id);
    const history = await historyOf(tx, resource);
    const { name, description, labels, metadataVersion } = resource;
    const seen = visibleDraft(actor, resource);
    const level = levelOn(actor.ability, subjectOn(kind, allEnds(resource)));
    return {
      ...{ resource, id: resource.id, name, description, labels, metadataVersion, etag: etagOf(resource) },
      named: await nameEnds(tx, actor.workspaceId, allEnds(resource)),
      saveOptions: saveOptions(level, actor.workspace.settings.requireApprovals),
      hiddenDraft: seen === null && resource.draft !== null,
      hotfix: mayGoAround(actor, resource),
      published: publishedFields(resource, history),
      draft: seen && draftFields(resource, seen, history),
    };
  }
}

const mayGoAround = ({ ability }: Actor, { kind, published, draft }: Resource): boolean =>
  published !== null && draft !== null && canPublish(ability, subjectOn(kind, [published.ends]));

async function historyOf(tx: EntityManager, { workspaceId, id }: Resource): Promise<History> {
  const rows: History[] = await tx.query(
    `select p.how, p.request_id as "requestId", p.published_by as "publishedBy", vr.saved_by as "versionSavedBy",
            dr.saved_by as "draftSavedBy", dr.saved_at as "draftSavedAt",
            s.request_id is not null and s.acknowledged_at is null as settling,
            s.number, s.submitted_by as "submittedBy", s.submitted_at as "submittedAt"
       from resource r
       left join version v on v.workspace_id = r.workspace_id and v.resource_id = r.id and v.version = r.published_version
       left join publication p on p.workspace_id = v.workspace_id and p.id = v.publication_id
       left join revision vr
         on vr.workspace_id = v.workspace_id and vr.resource_id = v.resource_id and vr.revision = v.revision
       left join draft d on d.workspace_id = r.workspace_id and d.resource_id = r.id
       left join revision dr
         on dr.workspace_id = d.workspace_id and dr.resource_id = d.resource_id and dr.revision = d.revision
       left join submission s on s.workspace_id = d.workspace_id and s.request_id = d.request_id
      where r.workspace_id = $1 and r.id = $2`,
    [workspaceId, id],
  );
  return rows[0]!;
}

function publishedFields({ published }: Resource, history: History): Record<string, unknown> | null {
  if (published === null) return null;
  const { version, revision, content, contentHash, publishedAt } = published;
  const { how, requestId, publishedBy, versionSavedBy: savedBy } = history;
  const at = publishedAt.toISOString();
  return { version, revision, content, contentHash, publishedAt: at, how, requestId, publishedBy, savedBy };
}

function draftFields(resource: Resource, draft: Draft, history: History): Record<string, unknown> {
  const { draftSavedBy: savedBy, draftSavedAt, settling, number, submittedBy, submittedAt } = history;
  const { requestId: id } = draft;
  return {
    ...{ ...draft, stale: isStale(resource, draft), settling, savedBy, savedAt: draftSavedAt?.toISOString() },
    request: id === null ? null : { id, number, submittedBy, submittedAt: submittedAt.toISOString() },
  };
}
