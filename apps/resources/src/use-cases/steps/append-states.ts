import { ModelState, SyncState, type SyncContent } from '@imprimatur/contracts';
import { appendEvents, newEvent, type Cause, type NewEvent } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import { syncsFirst } from '../../domain/publication.ts';
import { asModel, type Draft, type Published, type Resource } from '../../domain/resource.ts';
import { loadWithDeleted } from '../../persistence/resources.repository.ts';

/** Raises the `seq` of resources whose rows are locked and appends their present state. */
export async function appendStates(
  tx: EntityManager,
  cause: Cause,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query('update resource set seq = seq + 1 where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    ids,
  ]);
  const resources = await loadWithDeleted(tx, workspaceId, ids);
  await appendEvents(tx, cause, syncsFirst(resources).map(stateOf));
}

function stateOf(resource: Resource): NewEvent {
  const { workspaceId, id, seq, deleted, name, ends } = resource;
  const row = { id, workspaceId, seq, deleted, name };
  const published = deleted ? null : resource.published;
  const draft = deleted ? null : resource.draft;
  if (resource.kind === 'model')
    return newEvent(ModelState, workspaceId, id, {
      ...row,
      sourceId: ends.sourceId,
      published: published && { ...versionFields(published), content: asModel(published.content) },
      draft: draft && { ...draftFields(draft), columns: asModel(draft.content).columns },
    });
  return newEvent(SyncState, workspaceId, id, {
    ...row,
    ends: { sourceId: ends.sourceId, destinationId: ends.destinationId!, modelId: ends.modelId! },
    published: published && {
      ...versionFields(published),
      content: published.content as SyncContent,
      binding: published.binding!,
      scheduleAnchor: published.scheduleAnchor.toISOString(),
    },
    draft: draft && draftFields(draft),
  });
}

const versionFields = ({ version, revision, publishedAt }: Published) => ({
  version,
  revision,
  publishedAt: publishedAt.toISOString(),
});

const draftFields = ({ draftId, revision, baseVersion, requestId }: Draft) => ({
  draftId,
  revision,
  baseVersion,
  requestId,
});
