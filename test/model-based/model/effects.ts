import { hashOf, isSync, type Content } from './contents.ts';
import {
  endsOf,
  publishedOf,
  type Binding,
  type Draft,
  type Governed,
  type Request,
  type Resource,
  type Version,
} from './governed.ts';
import type { Ends } from './rights.ts';
import { itemOf } from './verdicts.ts';

// What accepted commands change.

/** What a save brings. */
export interface Saved {
  content: Content;
  ends: Ends;
  binding: Binding | null;
  by: string;
}

/** Every saved content takes the resource's next revision, whoever saved it and however. */
const snapshot = (governed: Governed, resource: Resource, { content, ends, binding }: Saved) => ({
  revision: (resource.revisions += 1),
  ...{ content, ends, binding, hash: hashOf(content, governed.idOf) },
});

/** As the next revision of the draft, or as the first one of a new draft. */
export function saveDraft(governed: Governed, resource: Resource, saved: Saved): Draft {
  const before = resource.draft;
  const draft: Draft = {
    ...snapshot(governed, resource, saved),
    draft: before?.draft ?? (governed.drafts += 1),
    base: before === null ? (publishedOf(resource)?.version ?? null) : before.base,
    contributors: [...new Set([...(before?.contributors ?? []), saved.by])],
    request: null,
  };
  resource.draft = draft;
  return draft;
}

/** As the next revision of the same draft, which starts from the published version now. */
export function rebaseDraft(governed: Governed, resource: Resource, saved: Saved): void {
  saveDraft(governed, resource, saved).base = publishedOf(resource)!.version;
}

const nextVersion = (resource: Resource): number => (publishedOf(resource)?.version ?? 0) + 1;

/** Around the draft, which stays as it is. */
export function publishAround(governed: Governed, resource: Resource, saved: Saved): void {
  const publication = { how: 'direct' as const, by: [saved.by], request: null };
  const version = nextVersion(resource);
  resource.versions.push({ ...snapshot(governed, resource, saved), version, draft: null, publication });
}

export function publishDraft(resource: Resource, publication: Version['publication']): void {
  const { content, revision, hash, ends, binding, draft } = resource.draft!;
  const version = nextVersion(resource);
  resource.versions.push({ content, revision, hash, ends, binding, draft, version, publication });
  removeDraft(resource);
}

/** Syncs that go with their model are bound to it. */
export function bindTogether(resources: readonly Resource[]): void {
  for (const { draft } of resources) {
    if (draft === null || !isSync(draft.content)) continue;
    const model = resources.find(({ name }) => name === (draft.content as { model: string }).model);
    if (model?.draft) draft.binding = { model: model.name, revision: model.draft.revision, draft: model.draft.draft };
  }
}

export function removeDraft(resource: Resource): void {
  resource.lastEnds = endsOf(resource);
  resource.draft = null;
}

/** A resource that was never published disappears with its draft, but for a model that syncs refer to. */
export function discardDraft(governed: Governed, resource: Resource): void {
  removeDraft(resource);
  const needed = resource.kind === 'model' && governed.syncsOf(resource.name).length > 0;
  if (publishedOf(resource) === null && !needed) resource.deleted = true;
}

export interface Submission {
  by: string;
  reviewers: string[];
  id: string;
}

export function submit(governed: Governed, resources: readonly Resource[], { by, reviewers, id }: Submission): void {
  bindTogether(resources);
  const name = `#${governed.requests.length + 1}`;
  governed.ids.set(name, id);
  governed.requests.push({
    ...{ name, status: 'pending', submittedBy: by, required: governed.settings.requiredApprovals },
    ...{ reviewers: [...new Set(reviewers)], items: resources.map(itemOf), votes: [], how: null },
    ...{ approvedBy: [], decidedBy: null, attempt: 0 },
  });
  for (const { draft } of resources) draft!.request = name;
}

const itemsOf = (governed: Governed, request: Request): Resource[] =>
  request.items.map(({ resource }) => governed.resource(resource));

/** What was decided is carried out: published together, or not at all when a base version has moved. */
export function carryOut(governed: Governed, request: Request, stale: boolean): void {
  request.attempt += 1;
  request.status = stale ? 'publish_failed' : 'published';
  if (stale) return;
  const how = request.how === 'direct' ? 'direct' : 'request';
  for (const resource of itemsOf(governed, request))
    publishDraft(resource, { how, by: request.approvedBy, request: request.name });
}

export function withdraw(governed: Governed, request: Request, by: string): void {
  Object.assign(request, { status: 'withdrawn', how: 'withdrawn', decidedBy: by, approvedBy: [] });
  for (const { draft } of itemsOf(governed, request)) draft!.request = null;
}

export function deleteDrafts(governed: Governed, request: Request, by: string): void {
  Object.assign(request, { status: 'draft_deleted', how: 'draft_deleted', decidedBy: by, approvedBy: [] });
  const resources = itemsOf(governed, request);
  // Syncs first: a model that goes with its only sync is referred to by nothing then.
  for (const kind of ['sync', 'model'] as const)
    for (const resource of resources) if (resource.kind === kind) discardDraft(governed, resource);
}
