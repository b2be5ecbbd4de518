import { Clock, notFound } from '@imprimatur/kernel';
import { type PageOf, type PageQuery, toPage } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { idCursor } from '../id-cursor.ts';

export interface ServiceAccountListed {
  id: string;
  name: string;
  role: { id: string; name: string };
  active: boolean;
  /** How many of its tokens work. */
  liveTokens: number;
  lastUsedAt: string | null;
  version: number;
}

type Row = Omit<ServiceAccountListed, 'lastUsedAt'> & { lastUsedAt: Date | null };

const listed = `
  select m.id, m.name, jsonb_build_object('id', r.id, 'name', r.document ->> 'name') as role, m.active, m.version,
    t.live as "liveTokens", t.last_used_at as "lastUsedAt"
  from member m
  join role r on r.workspace_id = m.workspace_id and r.id = m.role_id
  cross join lateral (
    select count(*) filter (where revoked_at is null and (expires_at is null or expires_at > $2))::int as live,
      max(last_used_at) as last_used_at
    from service_token t where t.workspace_id = m.workspace_id and t.member_id = m.id) t
  where m.workspace_id = $1 and m.kind = 'service' and not m.deleted`;

@Injectable()
export class ServiceAccountsView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** In the order they were made. */
  async page(workspaceId: string, { limit, cursor }: PageQuery): Promise<PageOf<ServiceAccountListed>> {
    const rows: Row[] = await this.dataSource.query(
      `${listed} and ($3::uuid is null or m.id > $3) order by m.id limit $4`,
      [workspaceId, this.clock.now(), idCursor(cursor), limit + 1],
    );
    return toPage(rows.map(toListed), limit, ({ id }) => [id]);
  }

  async one(workspaceId: string, id: string): Promise<ServiceAccountListed> {
    const rows: Row[] = await this.dataSource.query(`${listed} and m.id = $3`, [workspaceId, this.clock.now(), id]);
    if (rows[0] === undefined) throw notFound('service-account');
    return toListed(rows[0]);
  }
}

const toListed = (row: Row): ServiceAccountListed => ({ ...row, lastUsedAt: row.lastUsedAt?.toISOString() ?? null });
