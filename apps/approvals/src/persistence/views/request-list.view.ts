import { Directory, type Actor } from '@imprimatur/access';
import type { RequestItem } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { decodeCursor, encodeCursor, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maySee, whyNotVoter } from '../../domain/eligibility.ts';
import { closedStatuses, openStatuses, type RequestStatus } from '../../domain/request-status.ts';
import type { RequestSummary, RequestTab } from './request-summary.schema.ts';

interface ListedRow {
  id: string;
  number: number;
  status: RequestStatus;
  submittedBy: string;
  submittedAt: Date;
  comment: string | null;
  requiredApprovals: number;
  decidedBy: string | null;
  decidedAt: Date | null;
  settling: boolean;
  items: Pick<RequestItem, 'resourceId' | 'kind' | 'name' | 'ends' | 'contributors'>[];
  votes: number;
  chosen: boolean;
}

const among = (statuses: readonly RequestStatus[]): string =>
  `r.status in (${statuses.map((status) => `'${status}'`).join(', ')})`;

const tabs: Record<RequestTab, string> = {
  'to-review': `r.status = 'pending' and not exists (select 1 from vote v
    where v.workspace_id = r.workspace_id and v.request_id = r.id and v.member_id = $4)`,
  mine: 'r.submitted_by = $4',
  open: among(openStatuses),
  closed: among(closedStatuses),
};

const listSql = (tab: RequestTab): string => `
  select r.id, r.number, r.status, r.submitted_by as "submittedBy", r.submitted_at as "submittedAt", r.comment,
         r.required_approvals as "requiredApprovals", r.decided_by as "decidedBy", r.decided_at as "decidedAt",
         exists (select 1 from outcome o
                  where o.workspace_id = r.workspace_id and o.request_id = r.id and o.answered_at is null) as settling,
         (select jsonb_agg(jsonb_build_object('resourceId', i.resource_id, 'kind', i.kind, 'name', i.name, 'ends', i.ends,
                                              'contributors', i.contributors) order by i.position)
            from request_item i where i.workspace_id = r.workspace_id and i.request_id = r.id) as items,
         (select count(*)::int from vote v where v.workspace_id = r.workspace_id and v.request_id = r.id) as votes,
         exists (select 1 from reviewer w
                  where w.workspace_id = r.workspace_id and w.request_id = r.id and w.member_id = $4) as chosen
    from approval_request r
   where r.workspace_id = $1 and r.number < $2 and ${tabs[tab]}
   order by r.number desc
   limit $3`;

/** Rows read at a time, and how often: a page that finds little is short and says where to go on, but never reads on for ever. */
const BATCH = 200;
const MOST_BATCHES = 10;
const HIGHEST_NUMBER = 2_147_483_647;

/** The inbox: newest first, only requests of which the member may view an item. Rights are judged in one place, not in SQL. */
@Injectable()
export class RequestListView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: Directory,
  ) {}

  async read(
    actor: Actor,
    query: { tab: RequestTab; limit: number; cursor?: string | undefined },
  ): Promise<PageOf<RequestSummary>> {
    const found: ListedRow[] = [];
    let before = query.cursor === undefined ? HIGHEST_NUMBER : numberOf(query.cursor);
    let more = true;
    for (let batch = 0; more && found.length <= query.limit && batch < MOST_BATCHES; batch++) {
      const rows: ListedRow[] = await this.dataSource.query(listSql(query.tab), [
        ...[actor.workspaceId, before, BATCH],
        actor.memberId,
      ]);
      found.push(...rows.filter((row) => isListed(row, query.tab, actor)));
      more = rows.length === BATCH;
      before = rows.at(-1)?.number ?? before;
    }
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1)!.number : more ? before : null;
    return {
      items: await this.summaries(page, actor),
      nextCursor: last === null ? null : encodeCursor([String(last)]),
    };
  }

  private async summaries(rows: ListedRow[], actor: Actor): Promise<RequestSummary[]> {
    const submitters = [...new Set(rows.map(({ submittedBy }) => submittedBy))];
    const members = submitters.length === 0 ? [] : await this.directory.members(actor.workspaceId, submitters);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return rows.map((row) => summaryOf(row, actor, names.get(row.submittedBy) ?? null));
  }
}

function numberOf(cursor: string): number {
  const number = Number(decodeCursor(cursor, 1)[0]);
  if (Number.isInteger(number) && number >= 1 && number <= HIGHEST_NUMBER) return number;
  throw new DomainError('invalid', 'cursor.invalid', 'The cursor is not one of ours. Start again without it.');
}

function isListed(row: ListedRow, tab: RequestTab, actor: Actor): boolean {
  if (!row.items.some((item) => maySee(item, actor))) return false;
  return tab !== 'to-review' || whyNotVoter(row, actor, actor.workspace.settings.selfApproval) === null;
}

function summaryOf(row: ListedRow, actor: Actor, submittedByName: string | null): RequestSummary {
  const { id, number, status, settling, submittedBy, comment, requiredApprovals, votes, chosen, decidedBy } = row;
  return {
    ...{
      id,
      number,
      status,
      settling,
      submittedBy,
      submittedByName,
      comment,
      requiredApprovals,
      votes,
      chosen,
      decidedBy,
    },
    submittedAt: row.submittedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    items: row.items.map((item) =>
      maySee(item, actor)
        ? { visible: true, resourceId: item.resourceId, kind: item.kind, name: item.name }
        : { visible: false },
    ),
  };
}
