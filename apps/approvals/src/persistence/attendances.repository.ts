import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ApprovalRequest } from '../domain/approval-request.ts';
import type { Attended } from '../domain/attendance.ts';
import { AttendanceRow } from './rows/attendance.row.ts';

/** Requests that somebody could decide. One that is being published is looked at again when that has failed. */
const waiting = `r.status in ('pending', 'publish_failed')`;

/**
 * The state of a workspace's rights as one number: every change of it, of a member or of a role raises a `seq`, and none of their rows is
 * ever taken away.
 */
const rights = `w.seq + (select coalesce(sum(m.seq), 0) from access_member m where m.workspace_id = w.id)
                      + (select coalesce(sum(o.seq), 0) from access_role o where o.workspace_id = w.id)`;

export interface Due {
  requestId: string;
  rights: string;
}

export interface Judged extends Due {
  said: boolean;
}

/** Whether chosen reviewers can act on the open requests: judged once for every state of the workspace's rights. */
@Injectable()
export class Attendances {
  async workspacesDue(tx: EntityManager): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select w.id
         from (select id, seq from access_workspace w
                where not deleted
                  and exists (select from approval_request r where r.workspace_id = w.id and ${waiting})) w
        cross join lateral (select ${rights} as rights) now
        where exists (select from approval_request r left join attendance a on a.workspace_id = r.workspace_id and a.request_id = r.id
                       where r.workspace_id = w.id and ${waiting} and a.rights is distinct from now.rights)`,
    );
    return rows.map(({ id }) => id);
  }

  /** Locks requests that have to be judged by the rights of now. Whatever is being decided at the moment is left for the next time. */
  lockDue(tx: EntityManager, workspaceId: string, limit: number): Promise<Due[]> {
    return tx.query(
      `select r.id as "requestId", now.rights
         from (select ${rights} as rights from access_workspace w where w.id = $1) now
         join approval_request r on r.workspace_id = $1 and ${waiting}
        where not exists (select from attendance a
                           where a.workspace_id = r.workspace_id and a.request_id = r.id and a.rights = now.rights)
        order by r.number limit $2 for update of r skip locked`,
      [workspaceId, limit],
    );
  }

  /** What requests are judged by, and whether it was said of them already; read after they were locked. */
  judged(
    tx: EntityManager,
    workspaceId: string,
    requestIds: string[],
  ): Promise<(Attended & { requestId: string; said: boolean })[]> {
    return tx.query(
      `select r.id as "requestId", r.submitted_by as "submittedBy",
              array(select w.member_id from reviewer w where w.workspace_id = r.workspace_id and w.request_id = r.id) as reviewers,
              (select jsonb_agg(jsonb_build_object('kind', i.kind, 'ends', i.ends, 'contributors', i.contributors))
                 from request_item i where i.workspace_id = r.workspace_id and i.request_id = r.id) as items,
              exists (select from attendance a
                       where a.workspace_id = r.workspace_id and a.request_id = r.id and a.said_at is not null) as said
         from approval_request r where r.workspace_id = $1 and r.id = any($2)`,
      [workspaceId, requestIds],
    );
  }

  async put(tx: EntityManager, workspaceId: string, judged: readonly Judged[], now: Date): Promise<void> {
    await tx.query(
      `insert into attendance as a (workspace_id, request_id, rights, said_at)
         select $1, judged.request_id, judged.rights, case when judged.said then $5::timestamptz end
           from unnest($2::uuid[], $3::bigint[], $4::boolean[]) judged(request_id, rights, said)
       on conflict (workspace_id, request_id) do update
         set rights = excluded.rights, said_at = coalesce(a.said_at, excluded.said_at)`,
      [
        workspaceId,
        judged.map(({ requestId }) => requestId),
        judged.map((each) => each.rights),
        judged.map(({ said }) => said),
        now,
      ],
    );
  }

  /** Reviewers changed: nothing was said about these. */
  async forget(tx: EntityManager, { workspaceId, id: requestId }: ApprovalRequest): Promise<void> {
    await tx.delete(AttendanceRow, { workspaceId, requestId });
  }
}
