import { inWords, isSync, sameContent, type Content } from './contents.ts';
import { rebaseDraft } from './effects.ts';
import { allEnds, isStale, publishedOf, type Draft, type Governed, type Resource, type Version } from './governed.ts';
import type { Plan } from './plan.ts';
import { references, renews } from './save-plans.ts';
import { lacksColumn, unseen, Verdict, whyNotSave } from './verdicts.ts';

export interface Rebase {
  by: string;
  basedOn: number;
  onto: number;
  /** Which side is taken where both changed a field; null leaves conflicts as they are. */
  take: 'published' | 'mine' | null;
}

// §4: three-way by field. A field is what a member can decide on its own.

const modelPaths = { query: '/query' } as const;
const syncPaths = {
  model: '/configuration/modelId',
  destination: '/configuration/destinationId',
  schedule: '/schedule',
} as const;

type Fields = Record<string, string | number>;

const fieldsOf = (content: Content): Fields => {
  if (!isSync(content)) return { query: content.query };
  const { model, destination, schedule } = content;
  return { model, destination, schedule };
};

interface Merged {
  content: Content;
  conflicts: string[];
}

/** A side that changed a field wins over one that did not; both, and differently: a conflict. */
export function merge(base: Content | null, published: Content, mine: Content, take: Rebase['take']): Merged {
  const paths: Record<string, string> = isSync(mine) ? syncPaths : modelPaths;
  const [was, theirs, ours] = [base === null ? {} : fieldsOf(base), fieldsOf(published), fieldsOf(mine)];
  const conflicts: string[] = [];
  const fields: Fields = {};
  for (const [name, path] of Object.entries(paths)) {
    const disputed = theirs[name] !== ours[name] && was[name] !== theirs[name] && was[name] !== ours[name];
    if (disputed) conflicts.push(path);
    const mineCounts = disputed ? take === 'mine' : was[name] !== ours[name];
    fields[name] = (mineCounts ? ours : theirs)[name]!;
  }
  // A column or a mapping row is there or not: whoever changed that, both can only have done the same.
  const before = base?.email ?? false;
  const email = before === published.email ? mine.email : published.email;
  return { content: { ...fields, email } as unknown as Content, conflicts };
}

export function planRebase(governed: Governed, resource: Resource & { draft: Draft }, rebase: Rebase): Plan {
  const { by, basedOn, onto, take } = rebase;
  const { draft, name, kind } = resource;
  const role = governed.roleOf(by);
  const version = publishedOf(resource);
  const verdict = new Verdict()
    .hide(unseen(resource, role))
    .refuse(draft.request !== null, 'draft.in-review')
    .refuse(draft.revision !== basedOn || version?.version !== onto, 'draft.stale-base')
    .refuse(!isStale(resource, draft), 'draft.not-stale');
  const base = resource.versions.find((each) => each.version === draft.base)?.content ?? null;
  const merged = merge(base, (version ?? draft).content, draft.content, take);
  const open = take === null ? merged.conflicts : [];
  verdict.refuse(open.length > 0, 'rebase.conflicts');
  const { content } = open.length > 0 ? draft : merged;
  const { hidden, empty, ends, referred } = references(governed, role, content, resource.lastEnds.source);
  const binding = referred?.binding ?? null;
  // While approvals are off a draft is rebased by publishers.
  const action = governed.settings.requireApprovals ? 'save_draft' : 'publish_now';
  for (const code of whyNotSave(governed, role, kind, [ends, ...allEnds(resource)], action)) verdict.refuse(true, code);
  verdict
    .refuse(hidden, 'not-found')
    .refuse(empty, 'model.empty')
    .refuse(referred !== null && lacksColumn(content, referred.content), 'rebase.invalid')
    .refuse(isNoChange(governed, version, content, binding), 'draft.no-change');
  return {
    by,
    says: `${by} rebases revision ${basedOn} of ${name} onto version ${onto}, taking ${take ?? 'neither'} side (${inWords(content)})`,
    request: {
      method: 'POST',
      path: `/${kind}s/${governed.idOf(name)}/rebase`,
      body: {
        ...{ basedOn: { revision: basedOn }, onto: { version: onto } },
        resolutions: take === null ? [] : merged.conflicts.map((path) => ({ path, take })),
      },
    },
    refusals: verdict.refusals,
    wrongAnswer: ({ body }) => {
      if (body?.code !== 'rebase.conflicts') return null;
      const told = (body.details.conflicts as { path: string }[]).map(({ path }) => path).sort();
      return told.join() === open.toSorted().join() ? null : `conflicts are ${told.join()} and not ${open.join()}`;
    },
    accepted: () => rebaseDraft(governed, resource, { content, ends, binding, by }),
  };
}

const isNoChange = (
  governed: Governed,
  version: Version | null,
  content: Content,
  binding: Draft['binding'],
): boolean => version !== null && sameContent(version.content, content) && !renews(governed, version, binding);
