import { builtInRoles } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Colleague } from '../domain/role-effect.ts';

export interface RoleListed {
  document: RoleDocument;
  seq: number;
  memberCount: number;
}

const listed = `
  select r.document, r.seq, coalesce(held.members, 0) as "memberCount"
  from role r
  left join (
    select role_id, count(*)::int as members from member where workspace_id = $1 and not deleted group by role_id
  ) held on held.role_id = r.id
  where r.workspace_id = $1 and not r.deleted`;

@Injectable()
export class RolesView {
  constructor(private readonly dataSource: DataSource) {}

  /** The built-in ones first, in the order of `domain.md`; then the custom ones by name. */
  all(workspaceId: string): Promise<RoleListed[]> {
    return this.dataSource.query(
      `${listed} order by array_position($2::text[], r.built_in), lower(r.document ->> 'name'), r.id`,
      [workspaceId, builtInRoles.map(({ key }) => key)],
    );
  }

  async one(workspaceId: string, roleId: string): Promise<RoleListed> {
    const rows: RoleListed[] = await this.dataSource.query(`${listed} and r.id = $2`, [workspaceId, roleId]);
    if (rows[0] === undefined) throw notFound('role');
    return rows[0];
  }

  /** Active members by name, with their roles; members of one role share its document. */
  async colleagues(workspaceId: string): Promise<Colleague[]> {
    const roles: { id: string; document: RoleDocument }[] = await this.dataSource.query(
      'select id, document from role where workspace_id = $1 and not deleted',
      [workspaceId],
    );
    const members: (Omit<Colleague, 'role'> & { roleId: string })[] = await this.dataSource.query(
      `select id as "memberId", name, kind, role_id as "roleId" from member
        where workspace_id = $1 and active and not deleted order by lower(name), id`,
      [workspaceId],
    );
    const documents = new Map(roles.map(({ id, document }) => [id, document]));
    return members.flatMap(({ roleId, ...member }) => {
      const role = documents.get(roleId);
      return role === undefined ? [] : [{ ...member, role }];
    });
  }
}
