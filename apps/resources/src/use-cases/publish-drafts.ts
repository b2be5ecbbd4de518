import { canPublish } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import type { PublishedItem } from '@imprimatur/contracts';
import { Clock, forbidden, newId } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { bindTogether } from '../domain/submission.ts';
import { publish } from './steps/publish.ts';
import { lockDrafts, readyDrafts, type DraftPin } from './steps/ready-drafts.ts';

export interface PublishResult {
  publicationId: string;
  items: PublishedItem[];
}

/** Publishes several drafts at once, by a member who can publish every one of them; also while approvals are switched off. */
@Injectable()
export class PublishDrafts {
  constructor(
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, caller: Caller, pins: DraftPin[]): Promise<PublishResult> {
    const locked = await lockDrafts(tx, caller.workspaceId, pins, 'publish');
    const actor = await this.rights.confirmed(tx, caller);
    const drafts = await readyDrafts(tx, actor, pins, 'publish', locked, (subject) => {
      if (!canPublish(actor.ability, subject)) throw forbidden('Your role does not allow to publish this.');
    });
    const bindings = bindTogether(drafts);
    const publication = {
      ...{ publicationId: newId(), how: 'direct' as const, requestId: null, attempt: null },
      ...{ publishedBy: [actor.memberId], publishedAt: this.clock.now() },
    };
    const next = drafts.map((resource) => ({
      ...{ ...resource.draft, resource },
      binding: bindings.get(resource.id) ?? resource.draft.binding,
    }));
    const { publicationId, items } = await publish(tx, cause, actor.workspaceId, publication, next);
    return { publicationId, items };
  }
}
