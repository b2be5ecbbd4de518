import type { Content } from './contents.ts';
import type { Ends, Kind } from './rights.ts';
import { roles, type Role, type RoleKey } from './roles.ts';

// What the rule book says there is, and nothing of how the product keeps it. Names stand for ids everywhere.

export interface Settings {
  requireApprovals: boolean;
  selfApproval: 'publishers' | 'never' | 'always';
  requiredApprovals: number;
  modelDraftPolicy: 'hold' | 'run_published';
}

export interface Member {
  name: string;
  role: RoleKey;
  active: boolean;
  /** Counts changes, as the ETag of a member does. */
  version: number;
}

export interface Binding {
  model: string;
  revision: number;
  /** null: that revision was published at the time. */
  draft: number | null;
}

interface Snapshot {
  revision: number;
  content: Content;
  hash: string;
  ends: Ends;
  binding: Binding | null;
}

export interface Draft extends Snapshot {
  /** Tells one draft of a resource from the next. */
  draft: number;
  base: number | null;
  contributors: string[];
  /** The request it is in review for. */
  request: string | null;
}

export interface Version extends Snapshot {
  version: number;
  /** The draft it came from; null for a change around the draft. */
  draft: number | null;
  publication: { how: 'direct' | 'request'; by: string[]; request: string | null };
}

export interface Resource {
  name: string;
  kind: Kind;
  deleted: boolean;
  /** Counts renames, from 1. */
  metadata: number;
  revisions: number;
  versions: Version[];
  draft: Draft | null;
  /** The last there were, for a resource with neither version nor draft. */
  lastEnds: Ends;
  paused: boolean;
}

export interface Item {
  resource: string;
  kind: Kind;
  revision: number;
  hash: string;
  base: number | null;
  ends: Ends[];
  contributors: string[];
}

export type Status = 'pending' | 'published' | 'publish_failed' | 'withdrawn' | 'draft_deleted';

export interface Request {
  name: string;
  status: Status;
  submittedBy: string;
  required: number;
  reviewers: string[];
  items: Item[];
  votes: string[];
  how: 'approved' | 'direct' | 'withdrawn' | 'draft_deleted' | null;
  approvedBy: string[];
  decidedBy: string | null;
  attempt: number;
}

export interface Run {
  sync: string;
  status: 'ended' | 'refused';
  codes: string[];
  syncVersion: number | null;
  modelVersion: number | null;
}

export class Governed {
  settings: Settings;
  /** Counts changes of the settings, as the ETag of the workspace does. */
  settingsVersion: number;
  members: Member[] = [];
  /** As they are now; `version` counts edits, as the ETag of a role does. */
  readonly roles = new Map(Object.entries(roles).map(([key, role]) => [key as RoleKey, { role, version: 1 }]));
  resources: Resource[] = [];
  requests: Request[] = [];
  runs: Run[] = [];
  drafts = 0;
  /** What the product calls them: models, syncs, requests, members, sources, destinations, roles. */
  readonly ids = new Map<string, string>();
  /** Once a run has failed: what the failing command was about. Of the others only those that change something are given again. */
  failing: unknown = null;
  /** What to name in If-Match, as clients read it with a resource or request. */
  readonly tags = new Map<string, string>();

  constructor(settings: Settings, settingsVersion: number) {
    this.settings = settings;
    this.settingsVersion = settingsVersion;
  }

  readonly idOf = (name: string): string => {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`nothing is called ${name}`);
    return id;
  };

  roleOf(name: string): Role {
    return this.role(this.member(name).role).role;
  }

  role(key: RoleKey): { role: Role; version: number } {
    return this.roles.get(key)!;
  }

  member(name: string): Member {
    return found(this.members, name);
  }

  resource(name: string): Resource {
    return found(this.resources, name);
  }

  request(name: string): Request {
    return found(this.requests, name);
  }

  living(kind?: Kind): Resource[] {
    return this.resources.filter((each) => !each.deleted && (kind === undefined || each.kind === kind));
  }

  syncsOf(model: string): Resource[] {
    return this.living('sync').filter(({ draft, versions }) =>
      [draft, versions.at(-1)].some((each) => each?.content !== undefined && modelOf(each.content) === model),
    );
  }
}

export const modelOf = (content: Content): string | null => ('model' in content ? content.model : null);

const found = <T extends { name: string }>(all: T[], name: string): T => {
  const one = all.find((each) => each.name === name);
  if (one === undefined) throw new Error(`the model has no ${name}`);
  return one;
};

const published = ({ versions }: Resource): Version | null => versions.at(-1) ?? null;

/** Where a resource is: where it is published, else where its draft is. */
export const endsOf = (resource: Resource): Ends =>
  (published(resource) ?? resource.draft ?? { ends: resource.lastEnds }).ends;

const sameEnds = (a: Ends, b: Ends): boolean => a.source === b.source && a.destination === b.destination;

/** The new and the old ends of a draft together. */
export function draftEnds(resource: Resource, draft: Pick<Draft, 'ends'>): Ends[] {
  const old = published(resource)?.ends;
  return old === undefined || sameEnds(old, draft.ends) ? [draft.ends] : [draft.ends, old];
}

/** Everywhere a resource is or would be. */
export const allEnds = (resource: Resource): Ends[] =>
  resource.draft === null ? [endsOf(resource)] : draftEnds(resource, resource.draft);

export const publishedOf = published;

export const isStale = (resource: Resource, { base }: Pick<Draft, 'base'>): boolean =>
  base !== (published(resource)?.version ?? null);
