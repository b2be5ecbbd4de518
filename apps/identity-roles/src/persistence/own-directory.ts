import { Directory, type MemberRecord, type WorkspaceRecord } from '@imprimatur/access';
import type { RoleDocument } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../domain/role.ts';
import { RoleRow } from './role.row.ts';
import { SigningKeyRow } from './signing-key.row.ts';
import { WorkspaceRow } from './workspace.row.ts';

const members = `
  select m.id, m.workspace_id as "workspaceId", m.seq, m.deleted, m.kind, m.name, a.email, m.role_id as "roleId", m.active,
    m.tokens_from_seq as "tokensFromSeq"
  from member m left join account a on a.id = m.account_id`;

/** The directory over the tables this service owns: what it knows of members is never late. */
@Injectable()
export class OwnDirectory extends Directory {
  /** One document object per role and seq, so that its ability is built once. */
  private readonly documents = new Map<string, { seq: number; document: RoleDocument }>();

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  workspace(workspaceId: string, tx = this.dataSource.manager): Promise<WorkspaceRecord | null> {
    return tx.findOneBy(WorkspaceRow, { id: workspaceId });
  }

  async member(workspaceId: string, memberId: string, tx?: EntityManager): Promise<MemberRecord | null> {
    return (await this.members(workspaceId, [memberId], tx))[0] ?? null;
  }

  members(workspaceId: string, memberIds?: string[], tx = this.dataSource.manager): Promise<MemberRecord[]> {
    return tx.query(
      `${members} where m.workspace_id = $1 and ($2::uuid[] is null or m.id = any($2)) order by m.name, m.id`,
      [workspaceId, memberIds ?? null],
    );
  }

  async role(workspaceId: string, roleId: string, tx = this.dataSource.manager): Promise<RoleDocument | null> {
    const role = await tx.findOneBy(RoleRow, { workspaceId, id: roleId, deleted: false });
    return role && this.documentOf(role);
  }

  async roles(workspaceId: string, tx = this.dataSource.manager): Promise<RoleDocument[]> {
    const roles = await tx.find(RoleRow, { where: { workspaceId, deleted: false }, order: { id: 'ASC' } });
    return roles.map((role) => this.documentOf(role));
  }

  async verificationKey(kid: string): Promise<JWK | null> {
    const key = await this.dataSource.manager.findOneBy(SigningKeyRow, { kid, deleted: false });
    return key && { ...key.publicJwk };
  }

  private documentOf({ id, seq, document }: Role): RoleDocument {
    const known = this.documents.get(id);
    if (known?.seq === seq) return known.document;
    this.documents.set(id, { seq, document });
    return document;
  }
}
