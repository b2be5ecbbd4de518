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

export interface Snapshot {
  'identity-roles': { settings: Record<string, unknown>; version: number };
  resources: { resources: StoredResource[]; versions: StoredVersion[] };
  approvals: { requests: StoredRequest[] };
  scheduler: { runs: StoredRun[] };
}

const list = (row: string, from: string): string =>
  `(select coalesce(jsonb_agg(${row} order by ${row}), '[]') from ${from})`;
const bodies: Record<keyof Snapshot, string> = {
  'identity-roles': `
    'settings', (select settings from workspace o where o.id = w.id),
    'version', (select version from workspace o where o.id = w.id)`,
  resources: `
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
         'how', p.how, 'requestId', p.request_id, 'attempt', p.attempt,
         'publishedBy', p.published_by, 'outcome', p.outcome)`,
      `version v left join publication p on p.workspace_id = v.workspace_id and p.id = v.publication_id
         join revision r on r.workspace_id = v.workspace_id and r.resource_id = v.resource_id and r.revision = v.revision
        where v.workspace_id = w.id`,
    )}`,
  approvals: `
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
    )}`,
  scheduler: `
    'runs', ${list(
      `jsonb_build_object('id', r.id, 'syncId', r.sync_id, 'status', r.status, 'codes', r.codes,
         'syncVersion', r.sync_version, 'modelVersion', r.model_version)`,
      'run r where r.workspace_id = w.id',
    )}`,
};

/** Selects what a service keeps of each of the workspaces in `$1`. */
export const snapshotQuery = (service: keyof Snapshot): string =>
  `select w.id, jsonb_build_object(${bodies[service]}) as body from unnest($1::uuid[]) as w(id)`;
