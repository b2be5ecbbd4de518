import fc from 'fast-check';
import { planChangeSet, planDeletion, planDraftDeletion, planRename } from '../model/draft-plans.ts';
import type { Governed } from '../model/governed.ts';
import { pick, type Plan } from '../model/plan.ts';
import { planLook } from '../model/look-plans.ts';
import { planRebase } from '../model/rebase-plans.ts';
import { isStale, publishedOf } from '../model/governed.ts';
import { action, basis, reviewers, some, someone } from './save-commands.ts';
import { basisOf, planRestoration } from '../model/save-plans.ts';
import { Step } from './step.ts';

/** Rarely what a client saw too long ago. */
export const outdated = fc.nat({ max: 7 }).map((number) => number === 7);

const changeSet = fc.record({
  by: someone,
  action: fc.constantFrom('submit' as const, 'submit' as const, 'publish_now' as const),
  reviewers,
  which: fc.uniqueArray(some, { minLength: 1, maxLength: 3 }),
  outdated,
});
type ChangeSetChoice = typeof changeSet extends fc.Arbitrary<infer T> ? T : never;

function planTogether(governed: Governed, choice: ChangeSetChoice): Plan | null {
  const drafted = governed.living().filter(({ draft }) => draft !== null);
  const names = new Set(choice.which.flatMap((number) => pick(drafted, number)?.name ?? []));
  if (names.size === 0) return null;
  const items = [...names].map((resource, index) => {
    const { revision } = governed.resource(resource).draft!;
    return { resource, revision: choice.outdated && index === 0 ? revision + 1 : revision };
  });
  return planChangeSet(governed, { ...choice, items });
}

const one = fc.record({ by: someone, which: some, outdated });
type OneChoice = typeof one extends fc.Arbitrary<infer T> ? T : never;

function deleteDraft(governed: Governed, choice: OneChoice): Plan | null {
  const resource = pick(governed.living(), choice.which);
  if (resource === undefined) return null;
  const revision = resource.draft?.revision ?? 1;
  return planDraftDeletion(governed, choice.by, resource, choice.outdated ? revision + 1 : revision);
}

function deleteResource(governed: Governed, choice: OneChoice): Plan | null {
  const resource = pick(governed.resources, choice.which);
  if (resource === undefined) return null;
  const tag = governed.tags.get(resource.name)!;
  const [metadata, seq] = tag.split('.');
  const seen = choice.outdated ? `${metadata}.${Number(seq) - 1}` : tag;
  return planDeletion(governed, choice.by, resource, seen, choice.outdated);
}

function rename(governed: Governed, choice: OneChoice): Plan | null {
  const resource = pick(governed.living(), choice.which);
  if (resource === undefined) return null;
  return planRename(governed, choice.by, resource, choice.outdated ? resource.metadata - 1 : resource.metadata);
}

const rebasing = fc.record({
  ...{ by: someone, which: some, outdated },
  take: fc.constantFrom('published' as const, 'mine' as const, 'mine' as const, null),
  fresh: fc.nat({ max: 5 }),
});
type Rebasing = typeof rebasing extends fc.Arbitrary<infer T> ? T : never;

/** Mostly of a draft that is stale and not in review. */
function rebase(governed: Governed, { by, which, take, outdated: late, fresh }: Rebasing): Plan | null {
  const drafted = governed.living().flatMap((each) => (each.draft === null ? [] : [{ ...each, draft: each.draft }]));
  const stale = drafted.filter((each) => isStale(each, each.draft) && (fresh === 1 || each.draft.request === null));
  const chosen = pick(fresh === 0 ? drafted : stale, which);
  if (chosen === undefined) return null;
  const resource = governed.resource(chosen.name) as typeof chosen;
  const onto = (publishedOf(resource)?.version ?? 1) + (late && fresh > 2 ? 1 : 0);
  const basedOn = resource.draft.revision - (late && fresh <= 2 && resource.draft.revision > 1 ? 1 : 0);
  return planRebase(governed, resource, { by, take, onto, basedOn });
}

const restoring = fc.record({ by: someone, action, basis, reviewers, which: some, version: fc.nat({ max: 5 }) });
type Restoring = typeof restoring extends fc.Arbitrary<infer T> ? T : never;

/** Mostly a version that is not the present one, rarely one that there never was. */
function restore(governed: Governed, { which, version, basis: on, ...save }: Restoring): Plan | null {
  const resource = pick(
    governed.living().filter(({ versions }) => versions.length > (version === 1 ? 0 : 1)),
    which,
  );
  if (resource === undefined) return null;
  const number =
    version === 0 ? resource.versions.length + 1 : 1 + (version % Math.max(1, resource.versions.length - 1));
  return planRestoration(governed, resource, number, { ...save, basedOn: basisOf(resource, on) });
}

function look(governed: Governed, { by, which }: OneChoice): Plan | null {
  const resource = pick(governed.resources, which);
  return resource === undefined ? null : planLook(governed, by, resource);
}

export const draftCommands = {
  rebase: rebasing.map((choice) => new Step('rebase', choice, [rebase])),
  restore: restoring.map((choice) => new Step('restore', choice, [restore])),
  look: one.map((choice) => new Step('look', choice, [look])),
  changeSet: changeSet.map((choice) => new Step('change set', choice, [planTogether])),
  deleteDraft: one.map((choice) => new Step('delete draft', choice, [deleteDraft])),
  deleteResource: one.map((choice) => new Step('delete resource', choice, [deleteResource])),
  rename: one.map((choice) => new Step('rename', choice, [rename])),
};
