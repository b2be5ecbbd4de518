/** Drafts are **submitted**, or published together, at exactly the revisions that the member saw. */
import type { Binding } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { assertColumns } from './binding.ts';
import { draftMissing, nextDraftState } from './draft-life-cycle.ts';
import { asModel, asSync, type Draft, type Resource } from './resource.ts';
import { assertNotStale } from './save-decision.ts';

export type Drafted = Resource & { draft: Draft };

/** Throws unless the resource has a draft at this revision that can be submitted, or published. */
export function assertReady(
  resource: Resource,
  revision: number,
  command: 'submit' | 'publish',
): asserts resource is Drafted {
  const { id: resourceId, draft } = resource;
  if (draft === null) throw draftMissing(resourceId, command);
  nextDraftState(draft, command);
  if (draft.revision !== revision)
    throw new DomainError('stale', 'draft.stale-base', 'Somebody saved this draft in the meantime.', {
      details: { resourceId, current: { basedOn: { revision: draft.revision }, content: draft.content } },
    });
  assertNotStale(resource, draft);
}

/**
 * The binding of each sync whose model goes with it: to the model's item, which must have every mapped column. Other items keep theirs.
 */
export function bindTogether(items: readonly Drafted[]): Map<string, Binding> {
  const models = new Map(items.filter(({ kind }) => kind === 'model').map((model) => [model.id, model]));
  const bindings = new Map<string, Binding>();
  for (const { id, kind, draft } of items) {
    if (kind !== 'sync') continue;
    const content = asSync(draft.content);
    const model = models.get(content.configuration.modelId);
    if (model === undefined) continue;
    assertColumns(content, asModel(model.draft.content).columns, id);
    const { draftId, revision } = model.draft;
    bindings.set(id, { modelId: model.id, revision, draftId, satisfiedBy: null });
  }
  return bindings;
}
