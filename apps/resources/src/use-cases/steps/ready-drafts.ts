import { canView, type ModelSubject, type SyncSubject } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { DomainError, notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { allEnds, subjectOn } from '../../domain/resource.ts';
import { assertReady, type Drafted } from '../../domain/submission.ts';
import { lockResources } from '../../persistence/resource-locks.ts';
import { loadResources } from '../../persistence/resources.repository.ts';

export interface DraftPin {
  resourceId: string;
  revision: number;
}

/** Locks the drafts of a change set and what they refer to. Returns the ids that were locked. */
export async function lockDrafts(
  tx: EntityManager,
  workspaceId: string,
  pins: readonly DraftPin[],
  command: 'submit' | 'publish',
): Promise<Set<string>> {
  const ids = pins.map(({ resourceId }) => resourceId);
  const referred = (await loadResources(tx, workspaceId, ids)).flatMap(({ draft }) => draft?.ends.modelId ?? []);
  return lockResources(tx, workspaceId, { write: ids, read: referred, publish: command === 'publish' ? ids : [] });
}

/**
 * The locked drafts of a change set, all of them at the revisions the member saw. `assertMay` throws unless the member may do this to a
 * draft; it is asked before anything about the draft is told.
 */
export async function readyDrafts(
  tx: EntityManager,
  { workspaceId, ability }: Actor,
  pins: readonly DraftPin[],
  command: 'submit' | 'publish',
  locked: ReadonlySet<string>,
  assertMay: (subject: ModelSubject | SyncSubject) => void,
): Promise<Drafted[]> {
  const ids = pins.map(({ resourceId }) => resourceId);
  const found = new Map((await loadResources(tx, workspaceId, ids)).map((resource) => [resource.id, resource]));
  return pins.map(({ resourceId, revision }) => {
    const resource = found.get(resourceId);
    if (resource === undefined || !canView(ability, subjectOn(resource.kind, [resource.ends])))
      throw notFound('resource');
    assertMay(subjectOn(resource.kind, allEnds(resource)));
    assertReady(resource, revision, command);
    const { modelId } = resource.draft.ends;
    if (modelId !== null && !locked.has(modelId)) throw movedMeanwhile(resourceId);
    return resource;
  });
}

const movedMeanwhile = (resourceId: string): DomainError =>
  new DomainError('stale', 'draft.stale-base', 'Somebody saved this draft in the meantime.', {
    details: { resourceId },
  });
