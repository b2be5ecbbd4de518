import { canPublish, canView, isApprover } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import { DraftDeleted, type GatedKind } from '@imprimatur/contracts';
import { DomainError, forbidden } from '@imprimatur/kernel';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { draftMissing, nextDraftState } from '../domain/draft-life-cycle.ts';
import { draftEnds, subjectOn } from '../domain/resource.ts';
import { removeDraft } from '../persistence/drafts.repository.ts';
import { lockResources } from '../persistence/resource-locks.ts';
import { markDeleted } from '../persistence/resources.repository.ts';
import { appendStates } from './steps/append-states.ts';
import { assertUnreferred } from './steps/assert-unreferred.ts';
import { findResource } from '../persistence/find-resource.ts';

/** Deletes a draft that is not in review. A resource that was never published disappears with it. */
@Injectable()
export class DeleteDraft {
  constructor(private readonly rights: PresentRights) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    { kind, id, ifMatch }: { kind: GatedKind; id: string; ifMatch: string },
  ): Promise<void> {
    const { workspaceId, memberId } = caller;
    await lockResources(tx, workspaceId, { write: [id] });
    const actor = await this.rights.confirmed(tx, caller);
    const resource = await findResource(tx, actor, kind, id);
    const { draft } = resource;
    if (draft === null) throw draftMissing(id, 'delete');
    const subject = subjectOn(kind, draftEnds(resource, draft));
    const wrote = draft.contributors.includes(memberId) && canView(actor.ability, subject);
    if (!wrote && !isApprover(actor, subject) && !canPublish(actor.ability, subject))
      throw forbidden('A draft is deleted by those who wrote it, approvers and publishers.');
    nextDraftState(draft, 'delete');
    if (String(draft.revision) !== ifMatch)
      throw new DomainError('stale', 'draft.stale-base', 'Somebody saved this draft in the meantime.', {
        details: { current: { basedOn: { revision: draft.revision }, content: draft.content } },
      });
    const resourceDisappeared = resource.published === null;
    if (resourceDisappeared) await assertUnreferred(tx, actor, resource);
    await removeDraft(tx, resource);
    if (resourceDisappeared) await markDeleted(tx, resource);
    await appendStates(tx, cause, workspaceId, [id]);
    const deleted = { resourceId: id, kind, name: resource.name, deletedBy: memberId, resourceDisappeared };
    await appendEvents(tx, cause, [newEvent(DraftDeleted, workspaceId, id, deleted)]);
  }
}
