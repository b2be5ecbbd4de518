import type { BuiltInRoleKey } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { withoutApproval } from '../domain/grant.ts';
import { builtInRoleId, type Role } from '../domain/role.ts';
import { onUniqueViolation } from './on-unique-violation.ts';
import { RoleRow } from './role.row.ts';

/** Roles are changed under the lock of the workspace's members, `MembersRepository.lockAll`: so are assignments of them. */
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
    const rows: { document: RoleDocument; kind: 'person' | 'service' }[] = await tx.query(
      `select r.document, m.kind from member m join role r on r.workspace_id = m.workspace_id and r.id = m.role_id
       where m.workspace_id = $1 and m.id = $2 and m.active and not m.deleted and not r.deleted`,
      [workspaceId, memberId],
    );
    if (rows[0] === undefined) return null;
    const { document, kind } = rows[0];
    return kind === 'service' ? withoutApproval(document) : document;
  }

  countCustom(tx: EntityManager, workspaceId: string): Promise<number> {
    return tx.countBy(RoleRow, { workspaceId, builtIn: IsNull(), deleted: false });
  }

  async names(tx: EntityManager, workspaceId: string): Promise<string[]> {
    const rows: { name: string }[] = await tx.query(
      `select document ->> 'name' as name from role where workspace_id = $1 and not deleted`,
      [workspaceId],
    );
    return rows.map(({ name }) => name);
  }

  /** Everybody it is assigned to, whether they are active or not. */
  holders(tx: EntityManager, { workspaceId, id }: Role): Promise<{ id: string; name: string }[]> {
    return tx.query(
      'select id, name from member where workspace_id = $1 and role_id = $2 and not deleted order by name, id',
      [workspaceId, id],
    );
  }

  async insert(tx: EntityManager, roles: Role[]): Promise<void> {
    await onUniqueViolation('role_name', tx.insert(RoleRow, roles), nameTaken);
  }

  async save(tx: EntityManager, role: Role): Promise<void> {
    const { workspaceId, id, document, deleted, seq } = role;
    const before = { workspaceId, id, seq: seq - 1 };
    const saved = tx.update(RoleRow, before, { document, deleted, seq });
    const { affected } = await onUniqueViolation('role_name', saved, nameTaken);
    if (affected !== 1) throw new TypeError(`role ${id} was changed without its lock`);
  }
}

const nameTaken = (): DomainError =>
  new DomainError('conflict', 'role.name-taken', 'Another role of the workspace has this name.');
