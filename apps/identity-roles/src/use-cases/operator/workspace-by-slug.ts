import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import type { Workspace } from '../../domain/workspace.ts';
import { operatorUseCases } from './operator-use-cases.ts';

/** What operators call a workspace by; throws `workspace.not-found`. */
export async function workspaceBySlug(tx: EntityManager, slug: string): Promise<Workspace> {
  const workspace = await operatorUseCases().workspaces.findBySlug(tx, slug);
  if (workspace === null) throw notFound('workspace');
  return workspace;
}
