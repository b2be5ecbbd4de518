import type { Governed } from '../model/governed.ts';
import { publishes } from '../model/rights.ts';
import type { Snapshot, StoredRequest, StoredVersion } from '../world/snapshot.ts';

const OPEN = ['pending', 'approved', 'publish_failed'];

/** What must never happen (`domain.md` §8), looked for in what is stored, whatever the model expects there. */
export class Invariants {
  private readonly versions = new Map<string, string>();
  private readonly published = new Map<string, number>();
  private readonly closed = new Map<string, string>();

  constructor(private readonly governed: Governed) {}

  broken(snapshot: Snapshot): string[] {
    return [
      ...this.publications(snapshot),
      ...this.history(snapshot),
      ...this.decisions(snapshot),
      ...reviews(snapshot),
      ...startedRuns(snapshot),
    ];
  }

  /** 1–3: every version names a member who could publish it, or an approved request with exactly this content. */
  private publications({ resources, approvals }: Snapshot): string[] {
    const requests = new Map(approvals.requests.map((request) => [request.id, request]));
    return resources.versions.flatMap((version) => {
      if (this.versions.has(keyOf(version))) return [];
      const named = `version ${version.version} of ${this.nameOf(version.resourceId)}`;
      if (version.outcome !== 'applied') return [`${named} has no publication`];
      if (version.requestId !== null) {
        const wrong = notAsApproved(version, requests.get(version.requestId));
        return wrong === null ? [] : [`${named} ${wrong}`];
      }
      const { how, publishedBy } = version;
      if (how !== 'direct' || publishedBy.length !== 1) return [`${named} names nobody who published it`];
      const stored = resources.resources.find(({ id }) => id === version.resourceId)!;
      const ends = [
        {
          source: this.nameOf(stored.sourceId),
          destination: stored.destinationId === null ? null : this.nameOf(stored.destinationId),
        },
      ];
      const by = this.nameOf(publishedBy[0]!);
      return publishes(this.governed.roleOf(by), stored.kind, ends)
        ? []
        : [`${named} was published by ${by}, who may not`];
    });
  }

  /** 5: versions never change, and their numbers go up one by one. */
  private history({ resources }: Snapshot): string[] {
    const found: string[] = [];
    const now = new Set<string>();
    for (const version of resources.versions) {
      const [key, content] = [keyOf(version), JSON.stringify(version)];
      now.add(key);
      const before = this.versions.get(key);
      if (before !== undefined && before !== content) found.push(`${key} was ${before} and is ${content}`);
      this.versions.set(key, content);
      if (version.version > 1 && !resources.versions.some((other) => isBefore(other, version)))
        found.push(`${key} has no version before it`);
    }
    for (const key of this.versions.keys()) if (!now.has(key)) found.push(`${key} is gone`);
    for (const { id, publishedVersion, deleted } of resources.resources) {
      const before = this.published.get(id) ?? 0;
      if (!deleted && (publishedVersion ?? 0) < before)
        found.push(`${this.nameOf(id)} went back from version ${before}`);
      this.published.set(id, publishedVersion ?? 0);
    }
    return found;
  }

  /** 6: what was decided stays so. */
  private decisions({ approvals }: Snapshot): string[] {
    return approvals.requests.flatMap((request) => {
      const before = this.closed.get(request.id);
      const now = JSON.stringify(request);
      if (!OPEN.includes(request.status)) this.closed.set(request.id, now);
      return before === undefined || before === now ? [] : [`#${request.number} was ${before} and is ${now}`];
    });
  }

  private nameOf(id: string): string {
    for (const [name, each] of this.governed.ids) if (each === id) return name;
    return id;
  }
}

const keyOf = ({ resourceId, version }: StoredVersion): string => `${resourceId} version ${version}`;

const isBefore = (other: StoredVersion, { resourceId, version }: StoredVersion): boolean =>
  other.resourceId === resourceId && other.version === version - 1;

function notAsApproved(version: StoredVersion, request: StoredRequest | undefined): string | null {
  if (request === undefined) return 'names a request that does not exist';
  const item = request.items.find(({ resourceId }) => resourceId === version.resourceId);
  if (request.status !== 'published') return `came of a request that is ${request.status}`;
  if (item?.revision !== version.revision || item.hash !== version.hash) return 'is not what was approved';
  const approvals = new Set(request.approvedBy);
  if (version.how === 'request' && approvals.size < request.requiredApprovals) return 'has too few approvals';
  return [...approvals].sort().join() === version.publishedBy.toSorted().join() ? null : 'names other approvers';
}

/** 9: a draft in review has an open request with it as an item, and the other way round; no request stays approved. */
function reviews({ resources, approvals }: Snapshot): string[] {
  const drafts = new Map(resources.resources.map(({ id, draft }) => [id, draft]));
  const open = new Map(
    approvals.requests.filter(({ status }) => OPEN.includes(status)).map((request) => [request.id, request]),
  );
  const lost = [...drafts].flatMap(([id, draft]) => {
    if (draft?.state !== 'in_review') return [];
    const request = open.get(draft.requestId!);
    if (request === undefined) return [`the draft of ${id} is in review without an open request`];
    const item = request.items.find(({ resourceId }) => resourceId === id);
    const same =
      item?.revision === draft.revision && item.hash === draft.hash && item.baseVersion === draft.baseVersion;
    return same ? [] : [`the draft of ${id} is not what #${request.number} asks about`];
  });
  const stuck = [...open.values()].flatMap(({ id, number, status, items }) => [
    ...(status === 'approved' ? [`#${number} stays approved`] : []),
    ...(items.every(({ resourceId }) => drafts.get(resourceId)?.requestId === id) ? [] : [`#${number} holds no draft`]),
  ]);
  return [...lost, ...stuck];
}

/** 4: whatever started was pinned to a version of the sync and one of its model that are there. */
function startedRuns({ resources, scheduler }: Snapshot): string[] {
  const has = (version: number | null): boolean => resources.versions.some((each) => each.version === version);
  return scheduler.runs
    .filter(({ status }) => status !== 'refused')
    .filter(({ syncId, syncVersion, modelVersion }) => {
      const published = resources.versions.some((each) => each.resourceId === syncId && each.version === syncVersion);
      return !published || !has(modelVersion);
    })
    .map(({ id }) => `run ${id} started with something unpublished`);
}
