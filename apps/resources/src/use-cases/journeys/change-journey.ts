import { PresentRights, type Actor } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMayEdit, assertVersionSeen, nextVersion } from '../../domain/live-resource.ts';
import { lockJourney, updateJourney } from '../../persistence/journeys.repository.ts';
import { appendJourneyState } from './append-journey-state.ts';
import type { JourneyFields } from './create-journey.ts';
import { findJourney } from './find-journey.ts';
import { lockJourneyReferences, sourceOfJourney } from './journey-references.ts';

/** A save is live at once. Who makes it may view where the journey was and where it goes. */
@Injectable()
export class ChangeJourney {
  constructor(
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Actor,
    { id, ifMatch, name, content }: JourneyFields & { id: string; ifMatch: string },
  ): Promise<number> {
    const { workspaceId, memberId } = caller;
    const present = await findJourney(tx, caller, id);
    await lockJourneyReferences(tx, workspaceId, content, present.content);
    await lockJourney(tx, workspaceId, id);
    const actor = await this.rights.confirmed(tx, caller);
    assertMayEdit(actor.ability, 'journey');
    const journey = await findJourney(tx, actor, id);
    const sourceId = await sourceOfJourney(tx, actor, content);
    assertVersionSeen('journey', journey, ifMatch, content);
    const by = { savedBy: memberId, savedAt: this.clock.now() };
    const changed = nextVersion(journey, { name, content, sourceId, ...by });
    await updateJourney(tx, changed);
    await appendJourneyState(tx, cause, changed);
    return changed.version;
  }
}
