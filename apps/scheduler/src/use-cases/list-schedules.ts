import type { Actor } from '@imprimatur/access';
import type { RefusalCode } from '@imprimatur/contracts';
import type { PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SyncsView, type SyncFilter } from '../persistence/syncs.view.ts';
import { Gate } from './gate.ts';

export interface Readiness {
  syncId: string;
  paused: boolean;
  wouldRefuse: RefusalCode[];
}

/** Shows of many syncs at once whether they would run right now. */
@Injectable()
export class ListSchedules {
  constructor(
    private readonly syncs: SyncsView,
    private readonly gate: Gate,
  ) {}

  async execute(tx: EntityManager, actor: Actor, filter: SyncFilter): Promise<PageOf<Readiness>> {
    const { items, nextCursor } = await this.syncs.list(tx, actor, filter);
    const judgements = await this.gate.previewAll(tx, actor.workspaceId, items);
    const readiness = judgements.map(({ sync: { id: syncId }, schedule: { paused }, codes: wouldRefuse }) => {
      return { syncId, paused, wouldRefuse };
    });
    return { items: readiness, nextCursor };
  }
}
