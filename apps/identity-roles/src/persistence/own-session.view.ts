import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface OwnSession {
  email: string | null;
  workspaces: { id: string; slug: string; name: string }[];
}

/** What a member may know about their own account: its mail address and the workspaces it opens. */
@Injectable()
export class OwnSessionView {
  constructor(private readonly dataSource: DataSource) {}

  async of(workspaceId: string, memberId: string): Promise<OwnSession | null> {
    const rows: OwnSession[] = await this.dataSource.query(
      `select a.email, coalesce(
         (select jsonb_agg(jsonb_build_object('id', w.id, 'slug', w.slug, 'name', w.name) order by other.id)
          from member other join workspace w on w.id = other.workspace_id
          where other.account_id = a.id and other.active and not other.deleted), '[]') as workspaces
       from member m left join account a on a.id = m.account_id
       where m.workspace_id = $1 and m.id = $2`,
      [workspaceId, memberId],
    );
    return rows[0] ?? null;
  }
}
