import { PresentRights, type Caller } from '@imprimatur/access';
import type { JourneyContent } from '@imprimatur/contracts';
import { Clock, newId } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Journey } from '../../domain/journey.ts';
import { assertMayEdit } from '../../domain/live-resource.ts';
import { insertJourney } from '../../persistence/journeys.repository.ts';
import { appendJourneyState } from './append-journey-state.ts';
import { lockJourneyReferences, sourceOfJourney } from './journey-references.ts';

export interface JourneyFields {
  name: string;
  content: JourneyContent;
}

/** Approval flows do not apply: what is created is live. */
@Injectable()
export class CreateJourney {
  constructor(
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    { name, content }: JourneyFields,
  ): Promise<{ id: string; version: number }> {
    const { workspaceId, memberId } = caller;
    await lockJourneyReferences(tx, workspaceId, content);
    const actor = await this.rights.confirmed(tx, caller);
    assertMayEdit(actor.ability, 'journey');
    const sourceId = await sourceOfJourney(tx, actor, content);
    const journey: Journey = {
      ...{ workspaceId, id: newId(), name, version: 1, seq: 1, sourceId, content },
      ...{ savedBy: memberId, savedAt: this.clock.now(), deleted: false },
    };
    await insertJourney(tx, journey);
    await appendJourneyState(tx, cause, journey);
    return { id: journey.id, version: journey.version };
  }
}
