import type { BuiltInRoleKey } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { builtInRoleId, type Role } from '../domain/role.ts';
import { RoleRow } from './role.row.ts';

@Injectable()
export class RolesRepository {
  find(tx: EntityManager, workspaceId: string, id: string): Promise<Role | null> {
    return tx.findOneBy(RoleRow, { workspaceId, id, deleted: false });
  }

  builtIn(tx: EntityManager, workspaceId: string, key: BuiltInRoleKey): Promise<Role> {
    return tx.findOneByOrFail(RoleRow, { workspaceId, id: builtInRoleId(workspaceId, key) });
  }

  /** What a member may do at this moment; null when they left, are inactive, or their role is gone. */
  async heldBy(tx: EntityManager, workspaceId: string, memberId: string): Promise<RoleDocument | null> {
    const rows: { document: RoleDocument }[] = await tx.query(
      `select r.document from member m join role r on r.workspace_id = m.workspace_id and r.id = m.role_id
       where m.workspace_id = $1 and m.id = $2 and m.active and not m.deleted and not r.deleted`,
      [workspaceId, memberId],
    );
    return rows[0]?.document ?? null;
  }

  async insert(tx: EntityManager, roles: Role[]): Promise<void> {
    await tx.insert(RoleRow, roles);
  }
}
