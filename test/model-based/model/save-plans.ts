import { documentOf, inWords, isSync, sameContent, type Content } from './contents.ts';
import { publishAround, publishDraft, saveDraft, submit, type Saved } from './effects.ts';
import {
  draftEnds,
  isStale,
  publishedOf,
  type Binding,
  type Governed,
  type Resource,
  type Version,
} from './governed.ts';
import type { Answer, Plan } from './plan.ts';
import { views, viewsDestination, viewsSource, type Ends } from './rights.ts';
import type { Role } from './roles.ts';
import {
  isSatisfied,
  lacksColumn,
  NOT_FOUND,
  referredTo,
  unseen,
  Verdict,
  whyNotApprover,
  whyNotSave,
  type SaveAction,
} from './verdicts.ts';

export type BasedOn = { revision: number } | { version: number } | null;

export interface Save {
  by: string;
  action: SaveAction;
  content: Content;
  basedOn: BasedOn;
  reviewers: string[];
  /** The version whose content it is once more. */
  restores?: number;
}

/** `draft`: what is current. `published`: a hotfix, where the action is to publish. `outdated`: somebody was faster. */
export type Basis = 'current' | 'published' | 'outdated';

export function basisOf(resource: Resource, basis: Basis): BasedOn {
  const [draft, version] = [resource.draft, publishedOf(resource)];
  if (basis === 'outdated') {
    if (draft !== null) return { revision: draft.revision > 1 ? draft.revision - 1 : draft.revision + 1 };
    return version === null ? { version: 1 } : { version: version.version > 1 ? version.version - 1 : 2 };
  }
  if (version !== null && (basis === 'published' || draft === null)) return { version: version.version };
  return draft === null ? null : { revision: draft.revision };
}

const basisWords = (basedOn: BasedOn): string =>
  basedOn === null
    ? 'on nothing'
    : 'revision' in basedOn
      ? `on revision ${basedOn.revision}`
      : `on version ${basedOn.version}`;

const actionWords = { publish_now: 'publishes', submit: 'submits', save_draft: 'saves draft of' } as const;

/** A publication based on the published version leaves any draft alone; one that restores is based on the draft if there is one. */
const isAround = ({ draft }: Resource, { action, basedOn, restores }: Save): boolean =>
  action === 'publish_now' && (basedOn === null || 'version' in basedOn) && (restores === undefined || draft === null);

function isCurrent(resource: Resource, save: Save): boolean {
  const { draft } = resource;
  const version = publishedOf(resource);
  const { basedOn } = save;
  if (basedOn === null) return draft === null && version === null;
  if ('revision' in basedOn) return draft?.revision === basedOn.revision;
  return version?.version === basedOn.version && (draft === null || isAround(resource, save));
}

/** What a content refers to, as far as this member may know of it. */
export function references(governed: Governed, role: Role, content: Content, source: string) {
  if (!isSync(content)) return { hidden: false, empty: false, ends: { source, destination: null }, referred: null };
  const model = governed.resource(content.model);
  const referred = referredTo(model);
  return {
    hidden: unseen(model, role) || !viewsDestination(role, content.destination),
    empty: referred === null,
    ends: { source: model.lastEnds.source, destination: content.destination },
    referred,
  };
}

function endsOfSave(resource: Resource, save: Save, ends: Ends): Ends[] {
  const version = publishedOf(resource);
  const old =
    resource.draft === null || isAround(resource, save)
      ? version === null
        ? []
        : [version.ends]
      : draftEnds(resource, resource.draft);
  return [ends, ...old];
}

/** To save what is published already has a point while that waits for a revision of its model which may never come. */
export const renews = (governed: Governed, { binding: old }: Version, binding: Binding | null): boolean =>
  old !== null &&
  binding !== null &&
  !isSatisfied(governed, old) &&
  (old.model !== binding.model || old.draft !== binding.draft || old.revision !== binding.revision);

/** §4: what a save of a resource that is there, or is made by it, is refused with. */
function judge(governed: Governed, resource: Resource, save: Save): { refusals: string[]; saved: Saved } {
  const { by, content, action } = save;
  const role = governed.roleOf(by);
  const { hidden, empty, ends, referred } = references(governed, role, content, resource.lastEnds.source);
  const { draft } = resource;
  const version = publishedOf(resource);
  const around = isAround(resource, save);
  const contributors = [...new Set([...(draft?.contributors ?? []), by])];
  const binding = referred?.binding ?? null;
  const saved: Saved = { content, ends, binding, by };
  const verdict = new Verdict().refuse(hidden, NOT_FOUND);
  for (const code of whyNotSave(governed, role, resource.kind, endsOfSave(resource, save, ends), action))
    verdict.refuse(true, code);
  verdict
    .refuse(!around && draft?.request != null, 'draft.in-review')
    .refuse(!isCurrent(resource, save), 'draft.stale-base')
    .refuse(draft !== null && !around && action !== 'save_draft' && isStale(resource, draft), 'draft.stale')
    .refuse(empty, 'model.empty')
    .refuse(referred !== null && lacksColumn(content, referred.content), 'sync.unknown-column');
  if (version !== null && sameContent(version.content, content)) {
    verdict.refuse(!renews(governed, version, binding), 'draft.no-change');
  }
  if (action === 'submit') {
    const work = [{ kind: resource.kind, contributors, ends: draftEnds(resource, { ends }) }];
    const fit = save.reviewers.every(
      (reviewer) => whyNotApprover(governed, reviewer, { items: work, submittedBy: by }).length === 0,
    );
    verdict.refuse(!fit, 'reviewer.not-an-approver');
  }
  return { refusals: verdict.refusals, saved };
}

function carriedOut(governed: Governed, resource: Resource, save: Save, saved: Saved, answer: Answer): void {
  if (isAround(resource, save)) return publishAround(governed, resource, saved);
  saveDraft(governed, resource, saved);
  const { by, action, reviewers } = save;
  if (action === 'publish_now') publishDraft(resource, { how: 'direct', by: [by], request: null });
  if (action === 'submit') submit(governed, [resource], { by, reviewers, id: answer.body.requestId as string });
}

const choiceOf = (governed: Governed, { action, reviewers }: Save): object => ({
  action,
  ...(action === 'submit' && { reviewers: reviewers.map(governed.idOf) }),
});

const chosen = ({ action, reviewers }: Save): string => (action === 'submit' ? ` to ${reviewers.join(' and ')}` : '');

export function planSave(governed: Governed, resource: Resource, save: Save): Plan {
  const { by, action, content, basedOn } = save;
  const judged = judge(governed, resource, save);
  const hidden = unseen(resource, governed.roleOf(by));
  return {
    by,
    says: `${by} ${actionWords[action]} ${resource.name} (${inWords(content)}) based ${basisWords(basedOn)}${chosen(save)}`,
    request: {
      method: 'POST',
      path: `/${resource.kind}s/${governed.idOf(resource.name)}/changes`,
      body: { content: documentOf(content, governed.idOf), basedOn, ...choiceOf(governed, save) },
    },
    refusals: hidden ? [NOT_FOUND] : judged.refusals,
    accepted: (answer) => carriedOut(governed, resource, save, judged.saved, answer),
  };
}

/** A save like any other, of what was published before. */
export function planRestoration(
  governed: Governed,
  resource: Resource,
  version: number,
  save: Omit<Save, 'content'>,
): Plan {
  const old = resource.versions.find((each) => each.version === version);
  const content = (old ?? resource.draft ?? resource.versions[0])!.content;
  const plan = planSave(governed, resource, { ...save, content, restores: version });
  const hidden = old === undefined || !views(governed.roleOf(save.by), [old.ends]);
  return {
    ...plan,
    says: `${plan.says}, which is version ${version} once more`,
    request: {
      method: 'POST',
      path: `/${resource.kind}s/${governed.idOf(resource.name)}/restore`,
      body: { version, basedOn: save.basedOn, ...choiceOf(governed, { ...save, content }) },
    },
    refusals: hidden ? [NOT_FOUND] : plan.refusals,
  };
}

/** The first save of a resource creates it. */
export function planCreation(governed: Governed, save: Save, source: string): Plan {
  const { by, action, content } = save;
  const kind = isSync(content) ? 'sync' : 'model';
  const letter = String.fromCharCode(65 + governed.resources.filter((each) => each.kind === kind).length);
  const ends = references(governed, governed.roleOf(by), content, source).ends;
  const resource: Resource = {
    ...{ name: `${kind} ${letter}`, kind, deleted: false, metadata: 1, revisions: 0 },
    ...{ versions: [], draft: null, lastEnds: ends, paused: false },
  };
  const { refusals, saved } = judge(governed, resource, save);
  const hidden = kind === 'model' && !viewsSource(governed.roleOf(by), source);
  return {
    by,
    says: `${by} ${actionWords[action]} a new ${resource.name} (${inWords(content)})${kind === 'model' ? ` on ${source}` : ''}${chosen(save)}`,
    request: {
      method: 'POST',
      path: `/${kind}s`,
      body: {
        ...{ name: resource.name, content: documentOf(content, governed.idOf), ...choiceOf(governed, save) },
        ...(kind === 'model' && { sourceId: governed.idOf(source) }),
      },
    },
    refusals: hidden ? [NOT_FOUND] : refusals,
    accepted: (answer) => {
      governed.ids.set(resource.name, answer.body.id as string);
      governed.resources.push(resource);
      carriedOut(governed, resource, save, saved, answer);
    },
  };
}
