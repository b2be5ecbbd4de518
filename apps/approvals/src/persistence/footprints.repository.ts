import { derivedId } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ApprovalRequest } from '../domain/approval-request.ts';
import { footprintOf, type Footprint } from '../domain/footprint.ts';

@Injectable()
export class Footprints {
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

  /** All that a workspace's requests ever had. */
  of(workspaceId: string, tx?: EntityManager): Promise<Footprint[]> {
    return (tx ?? this.dataSource).query('select id, items from footprint where workspace_id = $1', [workspaceId]);
  }
}
