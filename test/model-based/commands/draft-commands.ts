import fc from 'fast-check';
import { planChangeSet, planDeletion, planDraftDeletion, planRename } from '../model/draft-plans.ts';
import type { Governed } from '../model/governed.ts';
import { pick, type Plan } from '../model/plan.ts';
import { reviewers, some, someone } from './save-commands.ts';
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

export const draftCommands = {
  changeSet: changeSet.map((choice) => new Step('change set', choice, [planTogether])),
  deleteDraft: one.map((choice) => new Step('delete draft', choice, [deleteDraft])),
  deleteResource: one.map((choice) => new Step('delete resource', choice, [deleteResource])),
  rename: one.map((choice) => new Step('rename', choice, [rename])),
};
