import type { Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { decodeCursor, toPage, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SyncStateRow } from './sync-state.row.ts';
import { viewableEnds } from './viewable-ends.ts';

export interface SyncFilter {
  sourceId?: string | undefined;
  modelId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Syncs whose ends the member may view. */
@Injectable()
export class SyncsView {
  async list(
    tx: EntityManager,
    actor: Actor,
    { sourceId, modelId, limit, cursor }: SyncFilter,
  ): Promise<PageOf<SyncStateRow>> {
    const ends = await viewableEnds(tx, actor);
    const query = tx
      .createQueryBuilder(SyncStateRow, 'sync')
      .where('sync.workspaceId = :workspaceId and not sync.deleted', { workspaceId: actor.workspaceId })
      .andWhere('sync.sourceId = any(:ends) and sync.destinationId = any(:ends)', { ends });
    if (sourceId !== undefined) query.andWhere('sync.sourceId = :sourceId', { sourceId });
    if (modelId !== undefined) query.andWhere('sync.modelId = :modelId', { modelId });
    if (cursor !== undefined) query.andWhere('sync.id > :after', { after: decodeCursor(cursor, z.tuple([Id]))[0] });
    const rows = await query
      .orderBy('sync.id')
      .limit(limit + 1)
      .getMany();
    return toPage(rows, limit, ({ id }) => [id]);
  }
}
