import type { Actor } from '@imprimatur/access';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inboxReach } from '../../domain/inbox-reach.ts';
import { Footprints } from '../footprints.repository.ts';
import { inTab, isVisible } from './inbox-sql.ts';
import type { RequestCounts, RequestTab } from './request-summary.schema.ts';
import { SqlParameters } from './sql-parameters.ts';

const NOTHING: RequestCounts = { toReview: 0, mine: 0, open: 0 };

/** How many requests a member finds under the tabs of the inbox. */
@Injectable()
export class RequestCountsView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly footprints: Footprints,
  ) {}

  async read(actor: Actor): Promise<RequestCounts> {
    const { workspaceId, memberId, workspace } = actor;
    const reach = inboxReach(await this.footprints.of(workspaceId), actor, workspace.settings.selfApproval, {});
    if (reach.listed.length === 0) return NOTHING;
    const parameters = new SqlParameters();
    const tab = (name: RequestTab): string => inTab(name, memberId, reach, parameters);
    const mine = tab('mine');
    const open = tab('open');
    const sql = `
      select count(*) filter (where ${tab('to-review')})::int as "toReview",
             count(*) filter (where ${mine})::int as mine, count(*) filter (where ${open})::int as open
        from approval_request r
       where r.workspace_id = ${parameters.of(workspaceId, 'uuid')} and ${isVisible(reach, parameters)} and (${open} or ${mine})`;
    const rows: RequestCounts[] = await this.dataSource.query(sql, parameters.values);
    return rows[0] ?? NOTHING;
  }
}
