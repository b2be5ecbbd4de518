import { canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import {
  Ends,
  Id,
  JsonValue,
  ModelContent,
  Revision,
  SyncContent,
  Version,
  type GatedKind,
} from '@imprimatur/contracts';
import { notFound, type FieldError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { bindingTo } from '../../domain/binding.ts';
import { isRebasable, mergeDraft, notStale, unmappable } from '../../domain/rebasing.ts';
import { asSync, distinctEnds, subjectOn } from '../../domain/resource.ts';
import { visibleDraft } from '../../domain/sight.ts';
import { nameEnds } from '../end-names.ts';
import { findResource } from '../find-resource.ts';
import { loadResource } from '../resources.repository.ts';
import { findVersion } from '../versions.repository.ts';

const value = JsonValue.nullable();

export const RebaseConflict = z
  .object({
    path: z.string().meta({ description: 'a JSON pointer: columns by name, mapping rows by destination field' }),
    label: z.string(),
    base: value.meta({ description: 'as it was in the version the draft started from; null where it was not there' }),
    published: value,
    mine: value,
    suggestion: z
      .string()
      .optional()
      .meta({ description: 'a query with the changed lines of both sides: to be read before it is taken' }),
  })
  .meta({ id: 'RebaseConflict' });

export const RebaseDetail = z
  .object({
    id: Id,
    draftRevision: Revision,
    baseVersion: Version.nullable(),
    ontoVersion: Version,
    ends: z.array(Ends).meta({ description: 'of the draft, the published version and what the draft started from' }),
    merged: z.union([ModelContent, SyncContent]).meta({ description: 'with the draft’s value in every conflict' }),
    conflicts: z.array(RebaseConflict),
    invalid: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .meta({ description: 'fields that do not fit together, though no two sides changed the same one' }),
  })
  .meta({ id: 'Rebase' });
export type RebaseDetail = z.output<typeof RebaseDetail>;

/** What a rebase of a stale draft would come to, and what a member has to resolve. */
@Injectable()
export class RebaseView {
  constructor(private readonly dataSource: DataSource) {}

  /** In one snapshot: draft, base and published version belong together. */
  read(actor: Actor, kind: GatedKind, id: string): Promise<RebaseDetail> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const resource = await findResource(tx, actor, kind, id);
      if (visibleDraft(actor, resource) === null) throw notFound('draft');
      if (!isRebasable(resource)) throw notStale(id);
      const { revision: draftRevision, baseVersion } = resource.draft;
      const base = baseVersion === null ? null : await findVersion(tx, actor, resource, baseVersion);
      const { merged, conflicts, invalid } = mergeDraft(resource, base?.content ?? null);
      const misfits = kind === 'sync' && invalid.length === 0 ? await misfitsOf(tx, actor, asSync(merged)) : [];
      const pins = { id, draftRevision, baseVersion, ontoVersion: resource.published.version };
      const sides = distinctEnds([resource.draft.ends, resource.published.ends, ...(base === null ? [] : [base.ends])]);
      const ends = sides.map(await nameEnds(tx, actor.workspaceId, sides));
      return { ...pins, ends, merged, conflicts, invalid: [...invalid, ...misfits] };
    });
  }
}

async function misfitsOf(
  tx: EntityManager,
  { workspaceId, ability }: Actor,
  content: SyncContent,
): Promise<FieldError[]> {
  const model = await loadResource(tx, workspaceId, content.configuration.modelId);
  if (model?.kind === 'model' && canView(ability, subjectOn('model', [model.ends])))
    return unmappable(content, bindingTo(model).columns);
  return [{ path: '/configuration/modelId', code: 'model.not-found', message: 'There is no such model.' }];
}
