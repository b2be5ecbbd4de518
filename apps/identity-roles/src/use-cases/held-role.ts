import type { Actor } from '@imprimatur/access';
import type { WorkspaceRight } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { forbidden } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import type { RolesRepository } from '../persistence/roles.repository.ts';

/** Who acts, as far as commands here need to know. */
export type ActingMember = Pick<Actor, 'memberId' | 'workspaceId'>;

/**
 * The role of whoever acts, if it has a right. Read again under the workspace's lock: the endpoint judged the rights of a moment ago,
 * and somebody who is demoted at this moment must not hand out what they are losing.
 */
export async function heldRole(
  tx: EntityManager,
  roles: RolesRepository,
  { workspaceId, memberId }: ActingMember,
  right: WorkspaceRight,
): Promise<RoleDocument> {
  const held = await roles.heldBy(tx, workspaceId, memberId);
  if (held?.workspace[right] !== true) throw forbidden(`This takes the right "${right}" in the workspace.`, { right });
  return held;
}
