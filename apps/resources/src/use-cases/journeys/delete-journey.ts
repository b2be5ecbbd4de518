import { PresentRights, type Caller } from '@imprimatur/access';
import { ResourceDeleted } from '@imprimatur/contracts';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayEdit, assertVersionSeen } from '../../domain/live-resource.ts';
import { lockJourney, updateJourney } from '../../persistence/journeys.repository.ts';
import { appendJourneyState } from './append-journey-state.ts';
import { findJourney } from './find-journey.ts';

@Injectable()
export class DeleteJourney {
  constructor(private readonly rights: PresentRights) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    { id, ifMatch }: { id: string; ifMatch: string },
  ): Promise<void> {
    const { workspaceId, memberId } = caller;
    await lockJourney(tx, workspaceId, id);
    const actor = await this.rights.confirmed(tx, caller);
    assertMayEdit(actor.ability, 'journey');
    const journey = await findJourney(tx, actor, id);
    assertVersionSeen('journey', journey, ifMatch);
    const deleted = { ...journey, seq: journey.seq + 1, deleted: true };
    await updateJourney(tx, deleted);
    await appendJourneyState(tx, cause, deleted);
    const event = { resourceId: id, kind: 'journey' as const, name: journey.name, deletedBy: memberId };
    await appendEvents(tx, cause, [newEvent(ResourceDeleted, workspaceId, id, event)]);
  }
}
