import { PublicationApplied, type StaleDraft } from '@imprimatur/contracts';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import { versionOf, type NextVersion } from '../../domain/publication.ts';
import { distinctEnds } from '../../domain/resource.ts';
import { removeDraft } from '../../persistence/drafts.repository.ts';
import { nameEnds } from '../../persistence/end-names.ts';
import { insertApplied, insertVersion, type Applied } from '../../persistence/publications.repository.ts';
import { appendStates } from './append-states.ts';

export interface Publication {
  publicationId: string;
  how: 'direct' | 'request';
  requestId: string | null;
  attempt: number | null;
  publishedBy: string[];
  publishedAt: Date;
}

/** Makes the items live, all of them in one step. Their rows are locked, and so are the syncs that wait for one of their models. */
export async function publish(
  tx: EntityManager,
  cause: Cause,
  workspaceId: string,
  publication: Publication,
  items: readonly NextVersion[],
): Promise<Applied> {
  const answer: Applied = {
    ...publication,
    publishedAt: publication.publishedAt.toISOString(),
    items: items.map(publishedItem),
    madeStale: await draftsMadeStale(tx, workspaceId, items),
  };
  await insertApplied(tx, workspaceId, answer);
  for (const item of items) {
    await insertVersion(tx, item, publication.publicationId, publication.publishedAt);
    if (item.draftId !== null) await removeDraft(tx, item.resource);
  }
  const waiting = await syncsNoLongerWaiting(tx, workspaceId, items);
  await appendStates(tx, cause, workspaceId, [...new Set([...items.map(({ resource }) => resource.id), ...waiting])]);
  await appendApplied(tx, cause, workspaceId, answer);
  return answer;
}

export async function appendApplied(
  tx: EntityManager,
  cause: Cause,
  workspaceId: string,
  answer: Applied,
): Promise<void> {
  const subject = answer.requestId ?? answer.items[0]!.resourceId;
  await appendEvents(tx, cause, [newEvent(PublicationApplied, workspaceId, subject, answer)]);
}

const publishedItem = (item: NextVersion): Applied['items'][number] => ({
  resourceId: item.resource.id,
  kind: item.resource.kind,
  name: item.resource.name,
  version: versionOf(item),
  revision: item.revision,
  contentHash: item.contentHash,
});

/** A draft that was published around is stale from now on, in review or not. Its ends are as they are then: a hotfix may move a sync. */
async function draftsMadeStale(
  tx: EntityManager,
  workspaceId: string,
  items: readonly NextVersion[],
): Promise<StaleDraft[]> {
  const left = items.flatMap(({ resource: { id, kind, name, draft }, draftId, ends }) =>
    draftId === null && draft !== null ? [{ id, kind, name, draft, ends: distinctEnds([draft.ends, ends]) }] : [],
  );
  const named = await nameEnds(
    tx,
    workspaceId,
    left.flatMap(({ ends }) => ends),
  );
  return left.map(({ id: resourceId, kind, name, draft: { contributors, requestId }, ends }) => ({
    ...{ resourceId, kind, name, contributors, requestId },
    ends: ends.map(named),
  }));
}

/** Published syncs whose binding these model versions satisfy: their state says so before the model's does. */
async function syncsNoLongerWaiting(
  tx: EntityManager,
  workspaceId: string,
  items: readonly NextVersion[],
): Promise<string[]> {
  const drafts = items.filter(({ resource, draftId }) => resource.kind === 'model' && draftId !== null);
  const rows: { id: string }[] = await tx.query(
    `select s.id
       from unnest($2::uuid[], $3::uuid[], $4::integer[]) as published(model_id, draft_id, revision)
       join resource s on s.workspace_id = $1 and s.model_id = published.model_id and not s.deleted
       join version v on v.workspace_id = s.workspace_id and v.resource_id = s.id and v.version = s.published_version
      where (v.binding ->> 'draftId')::uuid = published.draft_id
        and (v.binding ->> 'revision')::integer <= published.revision`,
    [
      workspaceId,
      drafts.map(({ resource }) => resource.id),
      drafts.map(({ draftId }) => draftId),
      drafts.map(({ revision }) => revision),
    ],
  );
  return rows.map(({ id }) => id);
}
