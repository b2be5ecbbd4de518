import { mustRequestApproval, type MustRequestApproval } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { type PageOf, type PageQuery, toPage } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { idCursor } from './id-cursor.ts';

export type MemberStatus = 'invited' | 'active' | 'deactivated';

export interface MemberListed {
  id: string;
  name: string;
  /** Null where the reader may not see it, and for service accounts. */
  email: string | null;
  kind: 'person' | 'service';
  role: { id: string; name: string };
  active: boolean;
  /** Who was invited is active as well: they can be given work before they have come. */
  status: MemberStatus;
  mustRequestApproval: MustRequestApproval;
  version: number;
}

/** Who looks at members: everybody sees names and roles, mail addresses only their own or with the right `members`. */
export interface MembersReader {
  workspaceId: string;
  memberId: string;
  seesEveryEmail: boolean;
}

type Row = Omit<MemberListed, 'role' | 'mustRequestApproval'> & { document: RoleDocument };

const listed = `
  select m.id, m.name, case when $2 or m.id = $3 then a.email end as email, m.kind, r.document, m.active, m.version,
    case when not m.active then 'deactivated'
      when m.kind = 'person' and a.password_hash is null then 'invited'
      else 'active' end as status
  from member m
  join role r on r.workspace_id = m.workspace_id and r.id = m.role_id
  left join account a on a.id = m.account_id
  where m.workspace_id = $1 and not m.deleted`;

@Injectable()
export class MembersView {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order they joined. */
  async page(reader: MembersReader, { limit, cursor }: PageQuery): Promise<PageOf<MemberListed>> {
    const rows: Row[] = await this.dataSource.query(
      `${listed} and ($4::uuid is null or m.id > $4) order by m.id limit $5`,
      [...parameters(reader), idCursor(cursor), limit + 1],
    );
    return toPage(rows.map(toListed), limit, ({ id }) => [id]);
  }

  async one(reader: MembersReader, memberId: string): Promise<MemberListed> {
    const rows: Row[] = await this.dataSource.query(`${listed} and m.id = $4`, [...parameters(reader), memberId]);
    if (rows[0] === undefined) throw notFound('member');
    return toListed(rows[0]);
  }
}

const toListed = ({ document, ...member }: Row): MemberListed => ({
  ...member,
  role: { id: document.id, name: document.name },
  mustRequestApproval: mustRequestApproval(document),
});

const parameters = ({ workspaceId, seesEveryEmail, memberId }: MembersReader): unknown[] => [
  workspaceId,
  seesEveryEmail,
  memberId,
];
