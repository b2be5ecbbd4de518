import type { DataOf, RoleDocument, RoleState } from '@imprimatur/contracts';
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { DataSource, type EntityManager } from 'typeorm';
import { Directory, type Actor, type MemberRecord, type WorkspaceRecord } from './directory.ts';

interface RoleRow {
  id: string;
  seq: number;
  document: DataOf<typeof RoleState>['role'];
}

const memberColumns = `m.id, m.workspace_id as "workspaceId", m.seq, m.deleted, m.kind, m.name, m.email, m.role_id as "roleId", m.active,
  m.tokens_from_seq as "tokensFromSeq"`;
const workspaceColumns = 'id, seq, slug, name, plan, settings';

/** The directory of every service but identity-roles: a local copy fed by `identity.state`. */
@Injectable()
export class ProjectedDirectory extends Directory {
  /** One document object per role and seq, so that its ability is built once. */
  private readonly documents = new Map<string, { seq: number; role: RoleDocument }>();

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async workspace(workspaceId: string, tx?: EntityManager): Promise<WorkspaceRecord | null> {
    const rows: WorkspaceRecord[] = await this.query(
      tx,
      `select ${workspaceColumns} from access_workspace where id = $1 and not deleted`,
      [workspaceId],
    );
    return rows[0] ?? null;
  }

  async member(workspaceId: string, memberId: string, tx?: EntityManager): Promise<MemberRecord | null> {
    return (await this.members(workspaceId, [memberId], tx))[0] ?? null;
  }

  members(workspaceId: string, memberIds?: string[], tx?: EntityManager): Promise<MemberRecord[]> {
    return this.query(
      tx,
      `select ${memberColumns} from access_member m
        where m.workspace_id = $1 and ($2::uuid[] is null or m.id = any($2)) order by m.name, m.id`,
      [workspaceId, memberIds ?? null],
    );
  }

  async role(workspaceId: string, roleId: string, tx?: EntityManager): Promise<RoleDocument | null> {
    const rows: RoleRow[] = await this.query(
      tx,
      'select id, seq, document from access_role where workspace_id = $1 and id = $2 and not deleted',
      [workspaceId, roleId],
    );
    return rows[0] === undefined ? null : this.documentOf(rows[0]);
  }

  async roles(workspaceId: string, tx?: EntityManager): Promise<RoleDocument[]> {
    const rows: RoleRow[] = await this.query(
      tx,
      'select id, seq, document from access_role where workspace_id = $1 and not deleted order by id',
      [workspaceId],
    );
    return rows.map((row) => this.documentOf(row));
  }

  async verificationKey(kid: string): Promise<JWK | null> {
    const rows: { jwk: JWK }[] = await this.query(
      undefined,
      'select jwk from access_key where kid = $1 and not deleted',
      [kid],
    );
    return rows[0]?.jwk ?? null;
  }

  /** In one round trip: every request asks for it. */
  override async actor(workspaceId: string, memberId: string, tx?: EntityManager): Promise<Actor | null> {
    const rows: { member: MemberRecord; workspace: WorkspaceRecord; role: RoleRow | null }[] = await this.query(
      tx,
      `select (select to_jsonb(x) from (select ${memberColumns}) x) as member,
              (select to_jsonb(x) from (select w.id, w.seq, w.slug, w.name, w.plan, w.settings) x) as workspace,
              case when r.id is null then null else jsonb_build_object('id', r.id, 'seq', r.seq, 'document', r.document) end as role
         from access_member m
         join access_workspace w on w.id = m.workspace_id and not w.deleted
         left join access_role r on r.workspace_id = m.workspace_id and r.id = m.role_id and not r.deleted
        where m.workspace_id = $1 and m.id = $2`,
      [workspaceId, memberId],
    );
    const row = rows[0];
    if (row === undefined) return null;
    const { member, workspace, role } = row;
    return this.toActor({ member, workspace, role: role === null ? null : this.documentOf(role) });
  }

  private documentOf({ id, seq, document }: RoleRow): RoleDocument {
    const known = this.documents.get(id);
    if (known?.seq === seq) return known.role;
    this.documents.set(id, { seq, role: document });
    return document;
  }

  private query<Row>(tx: EntityManager | undefined, sql: string, parameters: unknown[]): Promise<Row[]> {
    return (tx ?? this.dataSource.manager).query(sql, parameters);
  }
}
