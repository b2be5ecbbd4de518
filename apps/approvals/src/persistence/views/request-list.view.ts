import { Directory, type Actor } from '@imprimatur/access';
import type { RequestItem } from '@imprimatur/contracts';
import { decodeCursor, encodeCursor, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { maySee, whyNotVoter } from '../../domain/eligibility.ts';
import { foldText, searchedText, type SearchedText } from '../../domain/fold-text.ts';
import { inboxReach, isFound, type InboxReach, type ItemFilter } from '../../domain/inbox-reach.ts';
import type { RequestStatus } from '../../domain/request-status.ts';
import { Footprints } from '../footprints.repository.ts';
import { holdsInComment, holdsText, inTab, isVisible } from './inbox-sql.ts';
import type { RequestSummary, RequestTab } from './request-summary.schema.ts';
import { SqlParameters } from './sql-parameters.ts';

export interface InboxQuery extends ItemFilter {
  tab: RequestTab;
  q?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

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
  /** Whether a comment has the searched text. */
  talkedOf: boolean;
}

/** Numbers that a search reads at a time, and how often: a page that finds little is short and says where to go on. */
const WINDOW = 5_000;
const MOST_READS = 3;
const HIGHEST_NUMBER = 2_147_483_647;

/**
 * The inbox: newest first, only requests of which the member may view an item. Rights are judged in one place, not in SQL: footprint by
 * footprint, which narrows what is read, and again on every request that is listed.
 */
@Injectable()
export class RequestListView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: Directory,
    private readonly footprints: Footprints,
  ) {}

  async read(actor: Actor, query: InboxQuery): Promise<PageOf<RequestSummary>> {
    const { selfApproval } = actor.workspace.settings;
    const reach = inboxReach(await this.footprints.of(actor.workspaceId), actor, selfApproval, query);
    const searched = searchedText(query.q);
    const found: ListedRow[] = [];
    let before = query.cursor === undefined ? await this.afterAll(actor) : numberOf(query.cursor);
    if ((query.tab === 'to-review' ? reach.others : reach.listed).length === 0) before = 1;
    for (let reads = 0; reads < MOST_READS && before > 1 && found.length <= query.limit; reads++) {
      const limit = query.limit + 1 - found.length;
      const rows = await this.rowsBefore(before, limit, actor, query.tab, reach, searched);
      found.push(...rows.filter((row) => isListed(row, query, searched, actor)));
      before = rows.length === limit ? rows.at(-1)!.number : lowest(before, searched);
    }
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1)!.number : before;
    return { items: await this.summaries(page, actor), nextCursor: last > 1 ? encodeCursor([String(last)]) : null };
  }

  /** One more than the number of the newest request. */
  private async afterAll({ workspaceId }: Actor): Promise<number> {
    const rows: { number: number }[] = await this.dataSource.query(
      'select last_number + 1 as number from request_counter where workspace_id = $1',
      [workspaceId],
    );
    return rows[0]?.number ?? 1;
  }

  private async rowsBefore(
    before: number,
    limit: number,
    { workspaceId, memberId }: Actor,
    tab: RequestTab,
    reach: InboxReach,
    searched: SearchedText | null,
  ): Promise<ListedRow[]> {
    const parameters = new SqlParameters();
    const me = parameters.of(memberId, 'uuid');
    const from = lowest(before, searched);
    const sql = `
      with page as materialized (
        select r.* from approval_request r
         where r.workspace_id = ${parameters.of(workspaceId, 'uuid')} and r.number < ${parameters.of(before, 'integer')}
           and r.number >= ${parameters.of(from, 'integer')}
           and ${isVisible(reach, parameters)} and ${inTab(tab, memberId, reach, parameters)}
           ${searched === null ? '' : `and ${holdsText(searched, { workspaceId, from, before }, parameters)}`}
         order by r.number desc limit ${parameters.of(limit, 'integer')})
      select r.id, r.number, r.status, r.submitted_by as "submittedBy", r.submitted_at as "submittedAt", r.comment,
             r.required_approvals as "requiredApprovals", r.decided_by as "decidedBy", r.decided_at as "decidedAt",
             exists (select from outcome o
                      where o.workspace_id = r.workspace_id and o.request_id = r.id and o.answered_at is null) as settling,
             (select jsonb_agg(jsonb_build_object('resourceId', i.resource_id, 'kind', i.kind, 'name', i.name, 'ends', i.ends,
                                                  'contributors', i.contributors) order by i.position)
                from request_item i where i.workspace_id = r.workspace_id and i.request_id = r.id) as items,
             (select count(*)::int from vote v where v.workspace_id = r.workspace_id and v.request_id = r.id) as votes,
             exists (select from reviewer w
                      where w.workspace_id = r.workspace_id and w.request_id = r.id and w.member_id = ${me}) as chosen,
             ${searched === null ? 'false' : holdsInComment(searched, parameters)} as "talkedOf"
        from page r order by r.number desc`;
    return this.dataSource.query(sql, parameters.values);
  }

  private async summaries(rows: ListedRow[], actor: Actor): Promise<RequestSummary[]> {
    const submitters = [...new Set(rows.map(({ submittedBy }) => submittedBy))];
    const members = submitters.length === 0 ? [] : await this.directory.members(actor.workspaceId, submitters);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return rows.map((row) => summaryOf(row, actor, names.get(row.submittedBy) ?? null));
  }
}

const Position = z.tuple([z.coerce.number().int().min(1).max(HIGHEST_NUMBER)]);

const numberOf = (cursor: string): number => decodeCursor(cursor, Position)[0];

/** The lowest number that is read at once. */
const lowest = (before: number, searched: SearchedText | null): number =>
  searched === null ? 1 : Math.max(1, before - WINDOW);

function isListed(row: ListedRow, query: InboxQuery, searched: SearchedText | null, actor: Actor): boolean {
  if (!row.items.some((item) => isFound(item, actor, query))) return false;
  if (searched !== null && !isMeant(row, searched, actor)) return false;
  return query.tab !== 'to-review' || whyNotVoter(row, actor, actor.workspace.settings.selfApproval) === null;
}

/** Whether the member may know that this is what they searched for. */
function isMeant(row: ListedRow, { folded, number }: SearchedText, actor: Actor): boolean {
  if (row.number === number || row.talkedOf) return true;
  return row.items.some((item) => maySee(item, actor) && foldText(item.name).includes(folded));
}

function summaryOf(row: ListedRow, actor: Actor, submittedByName: string | null): RequestSummary {
  const { id, number, status, settling, submittedBy, comment, requiredApprovals, votes, chosen, decidedBy } = row;
  return {
    ...{ id, number, status, settling, submittedBy, submittedByName, comment },
    ...{ requiredApprovals, votes, chosen, decidedBy },
    submittedAt: row.submittedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    items: row.items.map((item) =>
      maySee(item, actor)
        ? { visible: true, resourceId: item.resourceId, kind: item.kind, name: item.name }
        : { visible: false },
    ),
  };
}
