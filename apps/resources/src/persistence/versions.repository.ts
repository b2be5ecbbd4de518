import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { Content } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { asSync, subjectOn, type EndIds, type Resource } from '../domain/resource.ts';

/** A version as it was published, wherever the resource has gone since. */
export interface PublishedVersion {
  version: number;
  revision: number;
  content: Content;
  ends: EndIds;
}

type Row = Omit<PublishedVersion, 'ends'> & Pick<EndIds, 'sourceId' | 'destinationId'>;

async function loadVersion(
  tx: EntityManager,
  { workspaceId, id, kind }: Pick<Resource, 'workspaceId' | 'id' | 'kind'>,
  version: number,
): Promise<PublishedVersion | null> {
  const rows: Row[] = await tx.query(
    `select v.version, v.revision, r.content, v.source_id as "sourceId", v.destination_id as "destinationId"
       from version v
       join revision r on r.workspace_id = v.workspace_id and r.resource_id = v.resource_id and r.revision = v.revision
      where v.workspace_id = $1 and v.resource_id = $2 and v.version = $3`,
    [workspaceId, id, version],
  );
  if (rows[0] === undefined) return null;
  const { sourceId, destinationId, ...found } = rows[0];
  const modelId = kind === 'sync' ? asSync(found.content).configuration.modelId : null;
  return { ...found, ends: { sourceId, destinationId, modelId } };
}

/** A version that this member may view. One that had the resource where they may not look does not exist for them. */
export async function findVersion(
  tx: EntityManager,
  { ability }: Pick<Actor, 'ability'>,
  resource: Pick<Resource, 'workspaceId' | 'id' | 'kind'>,
  version: number,
): Promise<PublishedVersion> {
  const found = await loadVersion(tx, resource, version);
  if (found === null || !canView(ability, subjectOn(resource.kind, [found.ends]))) throw notFound('version');
  return found;
}
