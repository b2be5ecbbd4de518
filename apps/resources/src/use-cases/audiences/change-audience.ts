import { PresentRights, type Caller } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertConditions } from '../../domain/audience.ts';
import { assertMayEdit, assertVersionSeen, nextVersion } from '../../domain/live-resource.ts';
import { lockAudience, updateAudience } from '../../persistence/audiences.repository.ts';
import { journeysOf, lockJourneysOf, updateJourney } from '../../persistence/journeys.repository.ts';
import { lockResources } from '../../persistence/resource-locks.ts';
import { appendJourneyState } from '../journeys/append-journey-state.ts';
import { findResource } from '../../persistence/find-resource.ts';
import { appendAudienceState } from './append-audience-state.ts';
import type { AudienceFields } from './create-audience.ts';
import { findAudience } from './find-audience.ts';

/** A save is live at once. Journeys that begin with the audience go with it to the source of another model. */
@Injectable()
export class ChangeAudience {
  constructor(
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    { id, ifMatch, name, content }: AudienceFields & { id: string; ifMatch: string },
  ): Promise<number> {
    const { workspaceId, memberId } = caller;
    await lockResources(tx, workspaceId, { write: [], read: [content.modelId] });
    await lockAudience(tx, workspaceId, id);
    await lockJourneysOf(tx, workspaceId, id);
    const actor = await this.rights.confirmed(tx, caller);
    assertMayEdit(actor.ability, 'audience');
    const audience = await findAudience(tx, actor, id);
    const model = await findResource(tx, actor, 'model', content.modelId);
    assertVersionSeen('audience', audience, ifMatch, content);
    assertConditions(content, model);
    const { sourceId } = model.ends;
    const by = { savedBy: memberId, savedAt: this.clock.now() };
    const changed = nextVersion(audience, { name, content, sourceId, ...by });
    await updateAudience(tx, changed);
    await appendAudienceState(tx, cause, changed);
    if (sourceId !== audience.sourceId) await this.announceMoved(tx, cause, workspaceId, id);
    return changed.version;
  }

  private async announceMoved(tx: EntityManager, cause: Cause, workspaceId: string, id: string): Promise<void> {
    for (const journey of await journeysOf(tx, workspaceId, id)) {
      const moved = { ...journey, seq: journey.seq + 1 };
      await updateJourney(tx, moved);
      await appendJourneyState(tx, cause, moved);
    }
  }
}
