import fc from 'fast-check';
import type { Content } from '../model/contents.ts';
import { publishedOf, type Governed, type Resource } from '../model/governed.ts';
import { pick, type Plan } from '../model/plan.ts';
import { basisOf, planCreation, planSave, type Basis } from '../model/save-plans.ts';
import type { SaveAction } from '../model/verdicts.ts';
import { memberNames } from '../world/seed.ts';
import { Step } from './step.ts';

const MOST_OF_A_KIND = 3;

export const someone = fc.constantFrom(...memberNames);
export const some = fc.nat({ max: 11 });

/** Mostly one; whoever it is. */
export const reviewers = fc.uniqueArray(someone, { minLength: 1, maxLength: 2 });

export const action = fc.constantFrom<SaveAction>('save_draft', 'save_draft', 'submit', 'submit', 'publish_now');
export const basis = fc.constantFrom<Basis>('current', 'current', 'current', 'current', 'published', 'outdated');

/** What is written; for a sync, which of the models it reads. */
const writing = fc.record({
  query: fc.nat({ max: 5 }),
  email: fc.boolean(),
  model: some,
  destination: fc.constantFrom('X', 'Y'),
  schedule: fc.nat({ max: 2 }),
  again: fc.nat({ max: 7 }),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

const choice = fc.record({
  by: someone,
  action,
  basis,
  reviewers,
  writing,
  resource: some,
  source: fc.constantFrom('A', 'B'),
});
type SaveChoice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

/** Sometimes what is published already, to no purpose. */
function contentOf(
  governed: Governed,
  resource: Resource | null,
  kind: 'model' | 'sync',
  written: Writing,
): Content | null {
  const version = resource && publishedOf(resource);
  if (version && written.again === 0) return version.content;
  const { query, email, destination, schedule } = written;
  if (kind === 'model') return { query, email };
  // Mostly it stays with its model.
  const present = (resource?.draft ?? version)?.content as { model: string } | undefined;
  const model =
    present !== undefined && written.again < 5 ? present.model : pick(governed.living('model'), written.model)?.name;
  return model === undefined ? null : { model, destination, email, schedule };
}

function create(kind: 'model' | 'sync'): (governed: Governed, choice: SaveChoice) => Plan | null {
  return (governed, { by, action: how, reviewers: chosen, writing: written, source }) => {
    const content = contentOf(governed, null, kind, written);
    if (content === null || governed.living(kind).length >= MOST_OF_A_KIND) return null;
    return planCreation(governed, { by, action: how, content, basedOn: null, reviewers: chosen }, source);
  };
}

function save(
  governed: Governed,
  { by, action: how, basis: on, reviewers: chosen, writing: written, resource: which }: SaveChoice,
): Plan | null {
  const resource = pick(written.again === 1 ? governed.resources : governed.living(), which);
  if (resource === undefined) return null;
  const content = contentOf(governed, resource, resource.kind, written);
  if (content === null) return null;
  return planSave(governed, resource, { by, action: how, content, basedOn: basisOf(resource, on), reviewers: chosen });
}

/** Published around whatever draft there is. */
const hotfix = (governed: Governed, picked: SaveChoice): Plan | null => {
  const resource = pick(
    governed.living().filter((each) => publishedOf(each) !== null && each.draft !== null),
    picked.resource,
  );
  if (resource === undefined) return null;
  const content = contentOf(governed, resource, resource.kind, picked.writing);
  if (content === null) return null;
  const basedOn = basisOf(resource, 'published');
  return planSave(governed, resource, { by: picked.by, action: 'publish_now', content, basedOn, reviewers: [] });
};

export const saveCommands = {
  createModel: choice.map((picked) => new Step('create model', picked, [create('model')])),
  createSync: choice.map((picked) => new Step('create sync', picked, [create('sync')])),
  save: choice.map((picked) => new Step('save', picked, [save])),
  hotfix: choice.map((picked) => new Step('publish around the draft', picked, [hotfix])),
};
export { choice as saveChoice, hotfix };
