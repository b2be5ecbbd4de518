import { canPublish } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import { ResourceDeleted, type GatedKind } from '@imprimatur/contracts';
import { forbidden } from '@imprimatur/kernel';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nextDraftState } from '../domain/draft-life-cycle.ts';
import { assertAllSeen } from '../domain/etag.ts';
import { allEnds, subjectOn } from '../domain/resource.ts';
import { removeDraft } from '../persistence/drafts.repository.ts';
import { lockResources } from '../persistence/resource-locks.ts';
import { markDeleted } from '../persistence/resources.repository.ts';
import { appendStates } from './steps/append-states.ts';
import { assertUnreferred } from './steps/assert-unreferred.ts';
import { findResource } from '../persistence/find-resource.ts';

/** Deletes a model or sync, its draft with it. Its versions stay on record. */
@Injectable()
export class DeleteResource {
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
    if (!canPublish(actor.ability, subjectOn(kind, allEnds(resource))))
      throw forbidden(`Your role does not allow to delete this ${kind}.`);
    assertAllSeen(resource, ifMatch);
    if (resource.draft !== null) nextDraftState(resource.draft, 'delete');
    await assertUnreferred(tx, actor, resource);
    await removeDraft(tx, resource);
    await markDeleted(tx, resource);
    await appendStates(tx, cause, workspaceId, [id]);
    const deleted = { resourceId: id, kind, name: resource.name, deletedBy: memberId };
    await appendEvents(tx, cause, [newEvent(ResourceDeleted, workspaceId, id, deleted)]);
  }
}
