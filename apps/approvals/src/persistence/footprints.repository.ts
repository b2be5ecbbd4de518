import { derivedId } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ApprovalRequest } from '../domain/approval-request.ts';
import { footprintOf, type Footprint } from '../domain/footprint.ts';

/** Workspaces whose footprints are kept in memory. */
const MOST_KEPT = 100;

@Injectable()
export class Footprints {
  /** By workspace, the latest read last. */
  private readonly read = new Map<string, Footprint[]>();

  constructor(private readonly dataSource: DataSource) {}

  /** The id of a request's footprint, which is there from now on. */
  async put(
    tx: EntityManager,
    { workspaceId, items }: Pick<ApprovalRequest, 'workspaceId' | 'items'>,
  ): Promise<string> {
    const footprint = footprintOf(items);
    const id = derivedId(workspaceId, footprint.key);
    await tx.query(
      'insert into footprint (workspace_id, id, key, items) values ($1, $2, $3, $4) on conflict do nothing',
      [workspaceId, id, footprint.key, JSON.stringify(footprint.items)],
    );
    return id;
  }

  /** All that a workspace's requests ever had. None is changed or taken away, so as many as were read before are the same ones. */
  async of(workspaceId: string, tx: Pick<EntityManager, 'query'> = this.dataSource): Promise<Footprint[]> {
    const kept = this.read.get(workspaceId);
    const rows: { count: number }[] =
      kept === undefined
        ? []
        : await tx.query('select count(*)::int as count from footprint where workspace_id = $1', [workspaceId]);
    if (kept !== undefined && rows[0]?.count === kept.length) return kept;
    const footprints: Footprint[] = await tx.query('select id, items from footprint where workspace_id = $1', [
      workspaceId,
    ]);
    this.keep(workspaceId, footprints);
    return footprints;
  }

  private keep(workspaceId: string, footprints: Footprint[]): void {
    this.read.delete(workspaceId);
    this.read.set(workspaceId, footprints);
    const oldest = this.read.keys().next();
    if (this.read.size > MOST_KEPT && oldest.done !== true) this.read.delete(oldest.value);
  }
}
