import type { Actor } from '@imprimatur/access';
import { Id, Instant, type RefusalCode } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { decodeCursor, toPage, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import type { RunStatus } from '../domain/run.ts';
import { RunRow } from './run.row.ts';
import { SyncStateRow } from './sync-state.row.ts';
import { viewableEnds } from './viewable-ends.ts';

/** A run as people see it. */
export type RunShown = RunRow;

export interface RunFilter {
  syncId?: string | undefined;
  status?: RunStatus | undefined;
  /** Among the reasons of a refusal. */
  code?: RefusalCode | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Runs for people: only those whose ends, and whose sync's present ends, the member may view. */
@Injectable()
export class RunsView {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async list(actor: Actor, { syncId, status, code, limit, cursor }: RunFilter): Promise<PageOf<RunShown>> {
    const query = await this.visible(actor);
    if (syncId !== undefined) query.andWhere('run.syncId = :syncId', { syncId });
    if (status !== undefined) query.andWhere('run.status = :status', { status });
    if (code !== undefined) query.andWhere('run.codes @> array[:code]', { code });
    if (cursor !== undefined) {
      query.andWhere('(run.createdAt, run.id) < (:createdAt::timestamptz, :id::uuid)', positionOf(cursor));
    }
    const rows = await query
      .orderBy('run.createdAt', 'DESC')
      .addOrderBy('run.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    return toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  async one(actor: Actor, id: string): Promise<RunShown> {
    const run = await (await this.visible(actor)).andWhere('run.id = :id', { id }).getOne();
    if (run === null) throw notFound('run');
    return run;
  }

  private async visible(actor: Actor): Promise<SelectQueryBuilder<RunRow>> {
    const ends = await viewableEnds(this.dataSource.manager, actor);
    return this.dataSource
      .createQueryBuilder(RunRow, 'run')
      .innerJoin(SyncStateRow, 'sync', 'sync.workspaceId = run.workspaceId and sync.id = run.syncId')
      .where('run.workspaceId = :workspaceId', { workspaceId: actor.workspaceId })
      .andWhere('run.sourceId = any(:ends) and run.destinationId = any(:ends)', { ends })
      .andWhere('sync.sourceId = any(:ends) and sync.destinationId = any(:ends)');
  }
}

const Position = z.tuple([Instant, Id]);

function positionOf(cursor: string): { createdAt: string; id: string } {
  const [createdAt, id] = decodeCursor(cursor, Position);
  return { createdAt, id };
}
