// Whether a workspace has come to rest: everything that was decided is carried out, and known wherever it is needed. Read from sums of
// `seq`, which every change raises.

interface Heard {
  deadLetters: number;
  identity: string;
  seq: number;
  /** What waits for an answer, or has not ended. */
  underWay: number;
}

export interface News {
  'identity-roles': { identity: string };
  resources: Heard;
  approvals: Heard;
  scheduler: Heard;
}

const sum = (table: string): string => `(select coalesce(sum(seq), 0) from ${table} t where t.workspace_id = w.id)`;
const count = (table: string, which: string): string =>
  `(select count(*)::int from ${table} t where t.workspace_id = w.id and ${which})`;

const heard = (seq: string, underWay: string): string => `
  'deadLetters', ${count('dead_letter', 'true')},
  'identity', concat_ws('/', (select seq from access_workspace a where a.id = w.id), ${sum('access_member')}, ${sum('access_role')}),
  'seq', ${seq},
  'underWay', ${underWay}`;

const bodies: Record<keyof News, string> = {
  'identity-roles': `'identity', concat_ws('/', (select seq from workspace o where o.id = w.id), ${sum('member')}, ${sum('role')})`,
  resources: heard(sum('resource'), count('submission', 'acknowledged_at is null')),
  approvals: heard(sum('resource_version'), count('outcome', 'answered_at is null')),
  scheduler: heard(`${sum('model_state')} + ${sum('sync_state')}`, count('run', `status in ('queued', 'running')`)),
};

/** Selects how far the news of each of the workspaces in `$1` has got in a service. */
export const newsQuery = (service: keyof News): string =>
  `select w.id, jsonb_build_object(${bodies[service]}) as body from unnest($1::uuid[]) as w(id)`;

/** What is still under way, or null at rest. */
export function unsettled({ 'identity-roles': own, ...others }: News): string | null {
  for (const [service, { deadLetters, identity, underWay, seq }] of Object.entries(others)) {
    if (deadLetters > 0) return `${service} could not handle ${deadLetters} events`;
    if (identity !== own.identity) return `${service} has not heard of the rights and settings of now`;
    if (underWay > 0) return `${service} has something under way`;
    if (seq !== others.resources.seq) return `${service} has not heard of the resources of now`;
  }
  return null;
}
