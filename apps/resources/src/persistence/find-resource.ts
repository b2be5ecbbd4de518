import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import { subjectOn, type Resource } from '../domain/resource.ts';
import { loadResource } from './resources.repository.ts';

/** The resource, if this member may view it. One they may not view does not exist for them. */
export async function findResource(
  tx: EntityManager,
  { workspaceId, ability }: Pick<Actor, 'workspaceId' | 'ability'>,
  kind: GatedKind,
  id: string,
): Promise<Resource> {
  const resource = await loadResource(tx, workspaceId, id);
  if (resource?.kind !== kind || !canView(ability, subjectOn(kind, [resource.ends]))) throw notFound(kind);
  return resource;
}
