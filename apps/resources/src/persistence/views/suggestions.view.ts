import { canView, levelOn, saveOptions } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { Id, Revision } from '@imprimatur/contracts';
import { forbidden, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { unknownColumns } from '../../domain/binding.ts';
import { asModel, asSync, isStale, subjectOn } from '../../domain/resource.ts';
import { visibleDraft } from '../../domain/sight.ts';
import { assertReady, type Drafted } from '../../domain/submission.ts';
import { loadResources } from '../resources.repository.ts';

export const SuggestedModel = z
  .object({
    resourceId: Id,
    name: z.string(),
    revision: Revision,
    syncIds: z.array(Id).meta({ description: 'the syncs of the set that refer to it' }),
    actions: z.array(z.enum(['submit', 'publish_now'])).meta({ description: 'what may be done with it in the set' }),
    code: z
      .enum(['draft.in-review', 'draft.stale', 'rights.missing', 'approvals.disabled-for-draft-role'])
      .nullable()
      .meta({ description: 'why it cannot be included' }),
    requestId: Id.nullable().meta({ description: 'the request that it is in review for' }),
    missingColumns: z
      .array(z.object({ syncId: Id, column: z.string() }))
      .meta({ description: 'mapped by a sync and not there: with them the set is refused' }),
  })
  .meta({ id: 'SuggestedModel' });
export type SuggestedModel = z.output<typeof SuggestedModel>;

interface Item {
  resourceId: string;
  revision: number;
}

/** The drafted models that the syncs of a change set refer to and that are not in it: they may go live together. */
@Injectable()
export class SuggestionsView {
  constructor(private readonly dataSource: DataSource) {}

  read(actor: Actor, items: readonly Item[]): Promise<SuggestedModel[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const syncs = (await draftsOf(tx, actor, items)).filter(({ kind }) => kind === 'sync');
      const included = new Set(items.map(({ resourceId }) => resourceId));
      const modelIds = syncs.map(({ draft }) => draft.ends.modelId!).filter((id) => !included.has(id));
      const models = await loadResources(tx, actor.workspaceId, modelIds);
      return models.filter((model) => model.draft !== null).map((model) => suggest(actor, model as Drafted, syncs));
    });
  }
}

/** The drafts of a change set as it will be judged: at these revisions, and for this member to see. */
async function draftsOf(tx: EntityManager, actor: Actor, items: readonly Item[]): Promise<Drafted[]> {
  const ids = items.map(({ resourceId }) => resourceId);
  const found = new Map((await loadResources(tx, actor.workspaceId, ids)).map((resource) => [resource.id, resource]));
  return items.map(({ resourceId, revision }) => {
    const resource = found.get(resourceId);
    if (resource === undefined || !canView(actor.ability, subjectOn(resource.kind, [resource.ends])))
      throw notFound('resource');
    if (resource.draft !== null && visibleDraft(actor, resource) === null)
      throw forbidden('Your role does not allow to see this draft.');
    assertReady(resource, revision, 'submit');
    return resource;
  });
}

function suggest(actor: Actor, model: Drafted, syncs: readonly Drafted[]): SuggestedModel {
  const { id: resourceId, name, draft } = model;
  const { revision, requestId } = draft;
  const { columns } = asModel(draft.content);
  const referring = syncs.filter((sync) => sync.draft.ends.modelId === resourceId);
  const { actions, code } = mayInclude(actor, model);
  return {
    ...{ resourceId, name, revision, requestId, actions, code },
    syncIds: referring.map(({ id }) => id),
    missingColumns: referring.flatMap(({ id: syncId, draft: { content } }) =>
      unknownColumns(asSync(content), columns).map(({ column }) => ({ syncId, column })),
    ),
  };
}

function mayInclude({ ability, workspace }: Actor, model: Drafted): Pick<SuggestedModel, 'actions' | 'code'> {
  if (model.draft.state === 'in_review') return { actions: [], code: 'draft.in-review' };
  if (isStale(model, model.draft)) return { actions: [], code: 'draft.stale' };
  const level = levelOn(ability, subjectOn('model', [model.ends]));
  const options = saveOptions(level, workspace.settings.requireApprovals);
  const actions = new Set(
    options.actions.flatMap((action) =>
      action === 'publish' ? ['publish_now' as const] : action === 'save_draft' ? [] : [action],
    ),
  );
  return { actions: [...actions], code: options.code };
}
