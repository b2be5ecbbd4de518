import { PresentRights, type Caller } from '@imprimatur/access';
import { ResourceDeleted } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canViewJourney } from '../../domain/journey.ts';
import { assertMayEdit, assertVersionSeen } from '../../domain/live-resource.ts';
import { referrersSeen } from '../../domain/referrers.ts';
import { lockAudience, updateAudience } from '../../persistence/audiences.repository.ts';
import { journeysOf } from '../../persistence/journeys.repository.ts';
import { appendAudienceState } from './append-audience-state.ts';
import { findAudience } from './find-audience.ts';

/** Deletes an audience that no journey begins with. */
@Injectable()
export class DeleteAudience {
  constructor(private readonly rights: PresentRights) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    { id, ifMatch }: { id: string; ifMatch: string },
  ): Promise<void> {
    const { workspaceId, memberId } = caller;
    await lockAudience(tx, workspaceId, id);
    const actor = await this.rights.confirmed(tx, caller);
    assertMayEdit(actor.ability, 'audience');
    const audience = await findAudience(tx, actor, id);
    assertVersionSeen('audience', audience, ifMatch);
    const journeys = await journeysOf(tx, workspaceId, id);
    if (journeys.length > 0) {
      const { count, hidden, seen } = referrersSeen(journeys, (journey) => canViewJourney(actor.ability, journey));
      throw new DomainError('conflict', 'audience.has-journeys', 'Journeys begin with this audience.', {
        details: { count, hidden, journeys: seen.map((journey) => ({ id: journey.id, name: journey.name })) },
      });
    }
    const deleted = { ...audience, seq: audience.seq + 1, deleted: true };
    await updateAudience(tx, deleted);
    await appendAudienceState(tx, cause, deleted);
    const event = { resourceId: id, kind: 'audience' as const, name: audience.name, deletedBy: memberId };
    await appendEvents(tx, cause, [newEvent(ResourceDeleted, workspaceId, id, event)]);
  }
}
