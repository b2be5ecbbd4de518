import { Clock } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ServiceToken, type ServiceTokenState, tokenState } from '../../domain/service-token.ts';

export interface ServiceTokenListed {
  id: string;
  name: string;
  state: ServiceTokenState;
  createdAt: string;
  /** The name is null for whoever left. */
  createdBy: { memberId: string; name: string | null };
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

type Row = Pick<ServiceToken, 'id' | 'name' | 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt'> & {
  createdBy: ServiceTokenListed['createdBy'];
};

@Injectable()
export class ServiceTokensView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async of(workspaceId: string, accountId: string): Promise<ServiceTokenListed[]> {
    const rows: Row[] = await this.dataSource.query(
      `select t.id, t.name, t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt",
         t.revoked_at as "revokedAt", jsonb_build_object('memberId', t.created_by, 'name', nullif(m.name, '')) as "createdBy"
       from service_token t left join member m on m.workspace_id = t.workspace_id and m.id = t.created_by
       where t.workspace_id = $1 and t.member_id = $2 order by t.created_at desc, t.id desc limit 200`,
      [workspaceId, accountId],
    );
    const now = this.clock.now();
    return rows.map((row) => toListed(row, now));
  }
}

const toListed = ({ createdAt, expiresAt, lastUsedAt, revokedAt, ...row }: Row, now: Date): ServiceTokenListed => ({
  ...row,
  state: tokenState({ expiresAt, revokedAt }, now),
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});
