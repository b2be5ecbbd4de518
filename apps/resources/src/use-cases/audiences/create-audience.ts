import { PresentRights, type Caller } from '@imprimatur/access';
import type { AudienceContent } from '@imprimatur/contracts';
import { Clock, newId } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertConditions, type Audience } from '../../domain/audience.ts';
import { assertMayEdit } from '../../domain/live-resource.ts';
import { insertAudience } from '../../persistence/audiences.repository.ts';
import { lockResources } from '../../persistence/resource-locks.ts';
import { findResource } from '../../persistence/find-resource.ts';
import { appendAudienceState } from './append-audience-state.ts';

export interface AudienceFields {
  name: string;
  content: AudienceContent;
}

/** Approval flows do not apply: what is created is live. */
@Injectable()
export class CreateAudience {
  constructor(
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    { name, content }: AudienceFields,
  ): Promise<{ id: string; version: number }> {
    const { workspaceId, memberId } = caller;
    await lockResources(tx, workspaceId, { write: [], read: [content.modelId] });
    const actor = await this.rights.confirmed(tx, caller);
    assertMayEdit(actor.ability, 'audience');
    const model = await findResource(tx, actor, 'model', content.modelId);
    assertConditions(content, model);
    const audience: Audience = {
      ...{ workspaceId, id: newId(), name, version: 1, seq: 1, sourceId: model.ends.sourceId, content },
      ...{ savedBy: memberId, savedAt: this.clock.now(), deleted: false },
    };
    await insertAudience(tx, audience);
    await appendAudienceState(tx, cause, audience);
    return { id: audience.id, version: audience.version };
  }
}
