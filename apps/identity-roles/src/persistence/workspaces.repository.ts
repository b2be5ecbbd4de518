import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Workspace } from '../domain/workspace.ts';
import { onUniqueViolation } from './on-unique-violation.ts';
import { WorkspaceRow } from './workspace.row.ts';

@Injectable()
export class WorkspacesRepository {
  find(tx: EntityManager, id: string): Promise<Workspace | null> {
    return tx.findOneBy(WorkspaceRow, { id });
  }

  findBySlug(tx: EntityManager, slug: string): Promise<Workspace | null> {
    return tx.findOneBy(WorkspaceRow, { slug });
  }

  any(tx: EntityManager): Promise<boolean> {
    return tx.exists(WorkspaceRow);
  }

  lock(tx: EntityManager, id: string): Promise<Workspace | null> {
    return tx.findOne(WorkspaceRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async insert(tx: EntityManager, workspace: Workspace): Promise<void> {
    await onUniqueViolation('workspace_slug', tx.insert(WorkspaceRow, workspace), () => slugTaken(workspace.slug));
  }

  /** Of a workspace locked in this transaction. */
  async save(tx: EntityManager, workspace: Workspace): Promise<void> {
    const { id, plan, settings, version, seq } = workspace;
    const { affected } = await tx.update(WorkspaceRow, { id, version: version - 1 }, { plan, settings, version, seq });
    if (affected !== 1) throw new TypeError(`workspace ${id} was changed without its lock`);
  }
}

const slugTaken = (slug: string): DomainError =>
  new DomainError('conflict', 'workspace.slug-taken', `There is a workspace ${slug} already.`);
