// What the services keep of a workspace, read out of their databases without their code.

export interface StoredResource {
  id: string;
  kind: 'model' | 'sync';
  deleted: boolean;
  metadataVersion: number;
  lastRevision: number;
  publishedVersion: number | null;
  seq: number;
  sourceId: string;
  destinationId: string | null;
  draft: {
    revision: number;
    hash: string;
    baseVersion: number | null;
    state: 'editing' | 'in_review';
    requestId: string | null;
    contributors: string[];
    sourceId: string;
    destinationId: string | null;
  } | null;
}

export interface StoredVersion {
  resourceId: string;
  version: number;
  revision: number;
  hash: string;
  contentSha: string;
  how: 'direct' | 'request';
  requestId: string | null;
  attempt: number | null;
  publishedBy: string[];
  outcome: 'applied' | 'rejected';
}

export interface StoredRequest {
  id: string;
  number: number;
  status: 'pending' | 'approved' | 'published' | 'publish_failed' | 'withdrawn' | 'draft_deleted';
  submittedBy: string;
  requiredApprovals: number;
  itemsHash: string;
  attempt: number;
  how: string | null;
  approvedBy: string[];
  decidedBy: string | null;
  items: { resourceId: string; revision: number; hash: string; baseVersion: number | null }[];
  votes: string[];
  reviewers: string[];
}

export interface StoredRun {
  id: string;
  syncId: string;
  status: 'queued' | 'running' | 'succeeded' | 'failed' | 'refused';
  codes: string[];
  syncVersion: number | null;
  modelVersion: number | null;
}

/** How far the news has got: sums of `seq`, which every change raises. */
interface Heard {
  deadLetters: number;
  identity: string;
}

export interface Snapshot {
  'identity-roles': { identity: string; settings: Record<string, unknown>; version: number };
  resources: Heard & {
    resources: StoredResource[];
    versions: StoredVersion[];
    seq: number;
    unacknowledged: number;
  };
  approvals: Heard & { requests: StoredRequest[]; seq: number; unanswered: number };
  scheduler: Heard & { runs: StoredRun[]; seq: number };
}

const list = (row: string, from: string): string => `(select coalesce(jsonb_agg(${row}), '[]') from ${from})`;
const count = (from: string): string => `(select count(*)::int from ${from})`;

const heard = `
  'deadLetters', ${count('dead_letter d where d.workspace_id = w.id')},
  'identity', (select concat_ws('/',
    (select seq from access_workspace a where a.id = w.id),
    (select sum(seq) from access_member a where a.workspace_id = w.id),
    (select sum(seq) from access_role a where a.workspace_id = w.id)))`;

const bodies: Record<keyof Snapshot, string> = {
  'identity-roles': `
    'identity', (select concat_ws('/', o.seq,
      (select sum(seq) from member m where m.workspace_id = w.id),
      (select sum(seq) from role r where r.workspace_id = w.id)) from workspace o where o.id = w.id),
    'settings', (select settings from workspace o where o.id = w.id),
    'version', (select version from workspace o where o.id = w.id)`,
  resources: `${heard},
    'resources', ${list(
      `jsonb_build_object('id', r.id, 'kind', r.kind, 'deleted', r.deleted, 'metadataVersion', r.metadata_version,
         'lastRevision', r.last_revision, 'publishedVersion', r.published_version, 'seq', r.seq,
         'sourceId', r.source_id, 'destinationId', r.destination_id,
         'draft', case when d.revision is null then null else jsonb_build_object('revision', d.revision,
           'hash', v.content_hash, 'baseVersion', d.base_version, 'state', d.state, 'requestId', d.request_id,
           'contributors', d.contributors, 'sourceId', d.source_id, 'destinationId', d.destination_id) end)`,
      `resource r left join draft d on d.workspace_id = r.workspace_id and d.resource_id = r.id
         left join revision v on v.workspace_id = d.workspace_id and v.resource_id = d.resource_id and v.revision = d.revision
        where r.workspace_id = w.id`,
    )},
    'versions', ${list(
      `jsonb_build_object('resourceId', v.resource_id, 'version', v.version, 'revision', v.revision, 'hash', r.content_hash,
         'contentSha', md5(r.content::text), 'how', p.how, 'requestId', p.request_id, 'attempt', p.attempt,
         'publishedBy', p.published_by, 'outcome', p.outcome)`,
      `version v left join publication p on p.workspace_id = v.workspace_id and p.id = v.publication_id
         join revision r on r.workspace_id = v.workspace_id and r.resource_id = v.resource_id and r.revision = v.revision
        where v.workspace_id = w.id`,
    )},
    'seq', (select coalesce(sum(seq), 0) from resource r where r.workspace_id = w.id),
    'unacknowledged', ${count('submission s where s.workspace_id = w.id and s.acknowledged_at is null')}`,
  approvals: `${heard},
    'requests', ${list(
      `jsonb_build_object('id', a.id, 'number', a.number, 'status', a.status, 'submittedBy', a.submitted_by,
         'requiredApprovals', a.required_approvals, 'itemsHash', a.items_hash, 'attempt', a.attempt, 'how', a.how,
         'approvedBy', a.approved_by, 'decidedBy', a.decided_by,
         'items', ${list(
           `jsonb_build_object('resourceId', i.resource_id, 'revision', i.revision, 'hash', i.content_hash, 'baseVersion', i.base_version)`,
           'request_item i where i.workspace_id = a.workspace_id and i.request_id = a.id',
         )},
         'votes', ${list('v.member_id', 'vote v where v.workspace_id = a.workspace_id and v.request_id = a.id')},
         'reviewers', ${list('v.member_id', 'reviewer v where v.workspace_id = a.workspace_id and v.request_id = a.id')})`,
      'approval_request a where a.workspace_id = w.id',
    )},
    'seq', (select coalesce(sum(seq), 0) from resource_version v where v.workspace_id = w.id),
    'unanswered', ${count('outcome o where o.workspace_id = w.id and o.answered_at is null')}`,
  scheduler: `${heard},
    'runs', ${list(
      `jsonb_build_object('id', r.id, 'syncId', r.sync_id, 'status', r.status, 'codes', r.codes,
         'syncVersion', r.sync_version, 'modelVersion', r.model_version)`,
      'run r where r.workspace_id = w.id',
    )},
    'seq', (select coalesce(sum(seq), 0) from model_state m where m.workspace_id = w.id)
         + (select coalesce(sum(seq), 0) from sync_state s where s.workspace_id = w.id)`,
};

/** Selects what a service keeps of each of the workspaces in `$1`. */
export const snapshotQuery = (service: keyof Snapshot): string =>
  `select w.id, jsonb_build_object(${bodies[service]}) as body from unnest($1::uuid[]) as w(id)`;

/** What is still under way, or null once everything that was decided is carried out and known wherever it is needed. */
export function unsettled({ 'identity-roles': own, resources, approvals, scheduler }: Snapshot): string | null {
  const dead = resources.deadLetters + approvals.deadLetters + scheduler.deadLetters;
  if (dead > 0) return `${dead} events could not be handled and are set aside`;
  for (const [service, { identity }] of Object.entries({ resources, approvals, scheduler }))
    if (identity !== own.identity) return `${service} has not heard of the rights and settings of now`;
  if (resources.unacknowledged > 0) return 'a submission is not a request yet';
  if (approvals.unanswered > 0) return 'a decision is not carried out yet';
  for (const [service, { seq }] of Object.entries({ approvals, scheduler }))
    if (seq !== resources.seq) return `${service} has not heard of the resources of now`;
  if (scheduler.runs.some(({ status }) => status === 'queued' || status === 'running')) return 'a run has not ended';
  return null;
}
