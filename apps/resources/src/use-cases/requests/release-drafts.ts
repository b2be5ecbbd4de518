import { DraftReleased } from '@imprimatur/contracts';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { syncsFirst } from '../../domain/publication.ts';
import type { Resource } from '../../domain/resource.ts';
import { removeDraft, returnToEditing } from '../../persistence/drafts.repository.ts';
import { lockResources } from '../../persistence/resource-locks.ts';
import { audiencesOf } from '../../persistence/audiences.repository.ts';
import { loadResources, markDeleted, resourcesInReview, syncsOf } from '../../persistence/resources.repository.ts';
import { closeSubmission, lockSubmission, type Released } from '../../persistence/submissions.repository.ts';
import { appendStates } from '../steps/append-states.ts';

/** Carries out what was decided about a request that is not published: its drafts are editable again, or gone. */
@Injectable()
export class ReleaseDrafts {
  async execute(
    tx: EntityManager,
    cause: Cause,
    workspaceId: string,
    requestId: string,
    outcome: Released['outcome'],
  ): Promise<void> {
    const submission = await lockSubmission(tx, workspaceId, requestId);
    const earlier = submission?.outcome === outcome ? (submission.answer as Released) : null;
    const answer = earlier ?? (await this.release(tx, cause, workspaceId, requestId, outcome));
    await appendEvents(tx, cause, [newEvent(DraftReleased, workspaceId, requestId, answer)]);
  }

  private async release(
    tx: EntityManager,
    cause: Cause,
    workspaceId: string,
    requestId: string,
    outcome: Released['outcome'],
  ): Promise<Released> {
    const ids = await resourcesInReview(tx, workspaceId, requestId);
    await lockResources(tx, workspaceId, { write: ids });
    const resources = (await loadResources(tx, workspaceId, ids)).filter(({ draft }) => draft?.requestId === requestId);
    const items: Released['items'] = [];
    // Syncs first: a model that goes with its only sync is referred to by nothing then.
    for (const resource of syncsFirst(resources)) {
      const { id: resourceId, kind, name } = resource;
      const resourceDisappeared = outcome === 'deleted' ? await discard(tx, resource) : false;
      if (outcome === 'withdrawn') await returnToEditing(tx, resource);
      items.push({ resourceId, kind, name, resourceDisappeared });
    }
    await appendStates(
      tx,
      cause,
      workspaceId,
      items.map(({ resourceId }) => resourceId),
    );
    const answer: Released = { requestId, outcome, items };
    await closeSubmission(tx, workspaceId, requestId, outcome, answer);
    return answer;
  }
}

/** A resource that was never published disappears with its draft, but for a model that is referred to: it stays, empty. */
async function discard(tx: EntityManager, resource: Resource): Promise<boolean> {
  await removeDraft(tx, resource);
  if (resource.published !== null) return false;
  if (resource.kind === 'model' && (await isReferredTo(tx, resource))) return false;
  await markDeleted(tx, resource);
  return true;
}

const isReferredTo = async (tx: EntityManager, { workspaceId, id }: Resource): Promise<boolean> =>
  (await syncsOf(tx, workspaceId, id)).length > 0 || (await audiencesOf(tx, workspaceId, id)).length > 0;
