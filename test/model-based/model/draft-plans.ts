import { bindTogether, discardDraft, publishDraft, removeDraft, submit } from './effects.ts';
import { allEnds, draftEnds, isStale, publishedOf, type Governed, type Resource } from './governed.ts';
import type { Plan } from './plan.ts';
import { approves, levelOn, publishes, views } from './rights.ts';
import { itemOf, lacksColumn, unseen, Verdict, whyNotApprover, whyNotSave } from './verdicts.ts';
import { isSync } from './contents.ts';

export interface ChangeSet {
  by: string;
  action: 'submit' | 'publish_now';
  items: { resource: string; revision: number }[];
  reviewers: string[];
}

/** §4, a change set: several drafts, published together or not at all. */
export function planChangeSet(governed: Governed, { by, action, items, reviewers }: ChangeSet): Plan {
  const role = governed.roleOf(by);
  const resources = items.map(({ resource }) => governed.resource(resource));
  const verdict = new Verdict();
  resources.forEach((resource, index) => {
    const { draft, kind } = resource;
    if (unseen(resource, role)) return verdict.refuse(true, 'not-found');
    const ends = allEnds(resource);
    if (action === 'submit')
      whyNotSave(governed, role, kind, ends, 'submit').forEach((code) => verdict.refuse(true, code));
    else verdict.refuse(!publishes(role, kind, ends), 'rights.missing');
    if (draft === null) return verdict.refuse(true, 'draft.missing');
    return verdict
      .refuse(draft.request !== null, 'draft.in-review')
      .refuse(draft.revision !== items[index]!.revision, 'draft.stale-base')
      .refuse(isStale(resource, draft), 'draft.stale')
      .refuse(lacksColumnOfItsModel(resource, resources), 'sync.unknown-column');
  });
  if (action === 'submit') {
    const work = resources.filter(({ draft }) => draft !== null).map(itemOf);
    const fit = (name: string): boolean =>
      whyNotApprover(governed, name, { items: work, submittedBy: by }).length === 0;
    verdict.refuse(!reviewers.every(fit), 'reviewer.not-an-approver');
  }
  const named = items.map(({ resource, revision }) => `${resource} at revision ${revision}`).join(' and ');
  return {
    by,
    says: `${by} ${action === 'submit' ? 'submits' : 'publishes'} ${named}${action === 'submit' ? ` to ${reviewers.join(' and ')}` : ''}`,
    request: {
      method: 'POST',
      path: '/change-sets',
      body: {
        action,
        items: items.map(({ resource, revision }) => ({ resourceId: governed.idOf(resource), revision })),
        ...(action === 'submit' && { reviewers: reviewers.map(governed.idOf) }),
      },
    },
    refusals: verdict.refusals,
    accepted: ({ body }) => {
      if (action === 'submit') return submit(governed, resources, { by, reviewers, id: body.requestId as string });
      bindTogether(resources);
      for (const resource of resources) publishDraft(resource, { how: 'direct', by: [by], request: null });
    },
  };
}

/** Checked against the model's item, where it goes along. */
function lacksColumnOfItsModel({ draft }: Resource, items: readonly Resource[]): boolean {
  if (draft === null || !isSync(draft.content)) return false;
  const { model } = draft.content;
  const item = items.find(({ name }) => name === model)?.draft;
  return item != null && lacksColumn(draft.content, item.content);
}

/** §4: deleted by contributors, approvers, publishers. */
export function planDraftDeletion(governed: Governed, by: string, resource: Resource, revision: number): Plan {
  const { name, kind, draft } = resource;
  const role = governed.roleOf(by);
  const verdict = new Verdict().hide(unseen(resource, role)).refuse(draft === null, 'draft.missing');
  if (draft !== null) {
    const ends = draftEnds(resource, draft);
    const wrote = draft.contributors.includes(by) && views(role, ends);
    const referredTo = publishedOf(resource) === null && governed.syncsOf(name).length > 0;
    verdict
      .refuse(!wrote && !approves(role, ends) && !publishes(role, kind, ends), 'rights.missing')
      .refuse(draft.request !== null, 'draft.in-review')
      .refuse(draft.revision !== revision, 'draft.stale-base')
      .refuse(kind === 'model' && referredTo, 'model.has-syncs');
  }
  return {
    by,
    says: `${by} deletes the draft of ${name} at revision ${revision}`,
    request: { method: 'DELETE', path: `/${kind}s/${governed.idOf(name)}/draft`, ifMatch: String(revision) },
    refusals: verdict.refusals,
    accepted: () => discardDraft(governed, resource),
  };
}

/** §2: delete takes publish; the draft goes too. */
export function planDeletion(
  governed: Governed,
  by: string,
  resource: Resource,
  etag: string,
  outdated: boolean,
): Plan {
  const { name, kind, draft } = resource;
  const role = governed.roleOf(by);
  const verdict = new Verdict()
    .hide(unseen(resource, role))
    .refuse(!publishes(role, kind, allEnds(resource)), 'rights.missing')
    .refuse(outdated, 'resource.stale')
    .refuse(draft?.request != null, 'draft.in-review')
    .refuse(kind === 'model' && governed.syncsOf(name).length > 0, 'model.has-syncs');
  return {
    by,
    says: `${by} deletes ${name}${outdated ? ', having seen it before the last change' : ''}`,
    request: { method: 'DELETE', path: `/${kind}s/${governed.idOf(name)}`, ifMatch: etag },
    refusals: verdict.refusals,
    accepted: () => {
      removeDraft(resource);
      resource.deleted = true;
    },
  };
}

/** Metadata: at once, also during a review. */
export function planRename(governed: Governed, by: string, resource: Resource, seen: number): Plan {
  const { name, kind, metadata } = resource;
  const role = governed.roleOf(by);
  const ends = allEnds({ ...resource, draft: resource.versions.length > 0 ? null : resource.draft });
  const verdict = new Verdict()
    .hide(unseen(resource, role))
    .refuse(levelOn(role, kind, ends) === 'none', 'rights.missing')
    .refuse(seen !== metadata, 'metadata.stale');
  return {
    by,
    says: `${by} renames ${name}, having seen name ${seen} of ${metadata}`,
    request: {
      method: 'PATCH',
      path: `/${kind}s/${governed.idOf(name)}`,
      ifMatch: String(seen),
      body: { name: `${name}, renamed ${metadata} times` },
    },
    refusals: verdict.refusals,
    accepted: () => {
      resource.metadata += 1;
    },
  };
}
