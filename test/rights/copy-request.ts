import { newId } from '@imprimatur/kernel';
import type { DataSource } from 'typeorm';

export interface Copying {
  workspaceId: string;
  /** The request to copy: a pending one. */
  of: string;
  submittedBy: string;
  contributors: string[];
}

/** What belongs to a request beside its row. */
const parts = ['request_item', 'reviewer'];

/**
 * Another request like one there is, of somebody else's work. To let each of hundreds come about by drafting and submitting would take
 * minutes; what is judged is the same. Returns its id and ETag.
 */
export async function copyRequest(
  approvals: DataSource,
  { workspaceId, of, ...by }: Copying,
): Promise<{ id: string; tag: string }> {
  const id = newId();
  const [copy]: { tag: string }[] = await approvals.query(
    `with drawn as (
       update request_counter set last_number = last_number + 1 where workspace_id = $1 returning last_number as number)
     insert into approval_request
     select (jsonb_populate_record(r, jsonb_build_object(
              'id', $3::uuid, 'number', (select number from drawn), 'submitted_by', $4::uuid, 'contributors', $5::uuid[]))).*
       from approval_request r where r.workspace_id = $1 and r.id = $2 returning items_hash as tag`,
    [workspaceId, of, id, by.submittedBy, by.contributors],
  );
  for (const part of parts)
    await approvals.query(
      `insert into ${part}
       select (jsonb_populate_record(p, jsonb_build_object('request_id', $3::uuid, 'contributors', $4::uuid[]))).*
         from ${part} p where p.workspace_id = $1 and p.request_id = $2`,
      [workspaceId, of, id, by.contributors],
    );
  return { id, tag: copy!.tag };
}
