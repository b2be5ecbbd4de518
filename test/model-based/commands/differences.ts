import { publishedOf, type Governed, type Request, type Resource } from '../model/governed.ts';
import type { Snapshot, StoredRequest, StoredResource } from '../world/snapshot.ts';

/** Where the state of the system is not what the rule book says it must be, in sentences. */
export function differences(governed: Governed, snapshot: Snapshot): string[] {
  const { resources, approvals, scheduler } = snapshot;
  const stored = byId(resources.resources);
  const requests = byId(approvals.requests);
  const found = new Differences();
  found.same('resources', resources.resources.length, governed.resources.length);
  found.same('requests', approvals.requests.length, governed.requests.length);
  found.same('versions', resources.versions.length, sum(governed.resources.map(({ versions }) => versions.length)));
  for (const resource of governed.resources)
    found.about(resource.name, () => {
      const one = stored.get(governed.idOf(resource.name));
      return one === undefined ? ['is missing'] : resourceDifferences(governed, snapshot, resource, one);
    });
  for (const request of governed.requests)
    found.about(request.name, () => {
      const one = requests.get(governed.idOf(request.name));
      return one === undefined ? ['is missing'] : requestDifferences(governed, request, one);
    });
  const said = (
    runs: { syncId: string; status: string; codes: string[]; syncVersion: unknown; modelVersion: unknown }[],
  ) =>
    runs
      .map((run) => JSON.stringify([run.syncId, run.status, run.codes, run.syncVersion, run.modelVersion]))
      .sort()
      .join('\n');
  const ended = scheduler.runs.map((run) => ({ ...run, status: run.status === 'refused' ? 'refused' : 'ended' }));
  found.same('runs', said(ended), said(governed.runs.map((run) => ({ ...run, syncId: governed.idOf(run.sync) }))));
  const { settings, version } = snapshot['identity-roles'];
  found.same('settings', { ...settings, timeZone: undefined }, { ...governed.settings, timeZone: undefined });
  found.same('version of the settings', version, governed.settingsVersion);
  return found.all;
}

class Differences {
  readonly all: string[] = [];

  same(what: string, is: unknown, mustBe: unknown): void {
    const [one, other] = [sorted(is), sorted(mustBe)];
    if (one !== other) this.all.push(`${what}: ${one} instead of ${other}`);
  }

  about(name: string, look: () => string[]): void {
    this.all.push(...look().map((difference) => `${name}: ${difference}`));
  }
}

/** Whatever order keys are in. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'nothing';

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

const byId = <T extends { id: string }>(all: T[]): Map<string, T> => new Map(all.map((one) => [one.id, one]));

function resourceDifferences(
  governed: Governed,
  { resources }: Snapshot,
  resource: Resource,
  stored: StoredResource,
): string[] {
  const ids = (names: readonly string[]): string[] => names.map(governed.idOf).sort();
  const found = new Differences();
  found.same('deleted', stored.deleted, resource.deleted);
  found.same('revisions', stored.lastRevision, resource.revisions);
  found.same('renames', stored.metadataVersion, resource.metadata);
  const { draft } = resource;
  found.same(
    'draft',
    stored.draft && {
      ...stored.draft,
      contributors: stored.draft.contributors.toSorted(),
    },
    draft && {
      ...{ revision: draft.revision, hash: draft.hash, baseVersion: draft.base },
      state: draft.request === null ? 'editing' : 'in_review',
      requestId: draft.request === null ? null : governed.idOf(draft.request),
      contributors: ids(draft.contributors),
      sourceId: governed.idOf(draft.ends.source),
      destinationId: draft.ends.destination && governed.idOf(draft.ends.destination),
    },
  );
  const version = publishedOf(resource);
  found.same('published version', stored.publishedVersion, version?.version ?? null);
  const versions = resources.versions.filter(({ resourceId }) => resourceId === stored.id);
  found.same(
    'versions',
    versions
      .toSorted((a, b) => a.version - b.version)
      .map(({ version: number, revision, hash, how, requestId, publishedBy }) => ({
        ...{ number, revision, hash, how, requestId, by: publishedBy.toSorted() },
      })),
    resource.versions.map(({ version: number, revision, hash, publication: { how, by, request } }) => ({
      ...{ number, revision, hash, how, by: ids(by), requestId: request && governed.idOf(request) },
    })),
  );
  return found.all;
}

function requestDifferences(governed: Governed, request: Request, stored: StoredRequest): string[] {
  const ids = (names: readonly string[]): string[] => names.map(governed.idOf).sort();
  const found = new Differences();
  found.same('number', `#${stored.number}`, request.name);
  found.same('status', stored.status, request.status);
  found.same('submitted by', stored.submittedBy, governed.idOf(request.submittedBy));
  found.same('required approvals', stored.requiredApprovals, request.required);
  found.same('attempts', stored.attempt, request.attempt);
  found.same('decision', stored.how, request.how);
  found.same('decided by', stored.decidedBy, request.decidedBy && governed.idOf(request.decidedBy));
  found.same('approved by', stored.approvedBy.toSorted(), ids(request.approvedBy));
  found.same('votes', stored.votes.toSorted(), ids(request.votes));
  found.same('reviewers', stored.reviewers.toSorted(), ids(request.reviewers));
  const items = request.items.map(({ resource, revision, hash, base }) => ({
    ...{ resourceId: governed.idOf(resource), revision, hash, baseVersion: base },
  }));
  const order = (all: { resourceId: string }[]) => all.toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1));
  found.same('items', order(stored.items), order(items));
  return found.all;
}
