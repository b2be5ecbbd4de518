/**
 * A **binding** is the model revision that a sync's content was written against: drafted (`draftId`), or published at the time
 * (`satisfiedBy`). Once a version is published from that draft at that revision or a later one, it is satisfied by that version.
 */
import type { Binding, ModelContent, SyncContent } from '@imprimatur/contracts';
import { DomainError, type FieldError } from '@imprimatur/kernel';
import { asModel, type Resource } from './resource.ts';

/** The model as a new sync content sees it: its draft when it has one, else its published version. */
export function bindingTo(model: Resource): { binding: Binding; columns: ModelContent['columns'] } {
  const { id: modelId, draft, published } = model;
  if (draft !== null) {
    const { revision, draftId, content } = draft;
    return { binding: { modelId, revision, draftId, satisfiedBy: null }, columns: asModel(content).columns };
  }
  if (published !== null) {
    const { revision, version, content } = published;
    return {
      binding: { modelId, revision, draftId: null, satisfiedBy: version },
      columns: asModel(content).columns,
    };
  }
  throw new DomainError('conflict', 'model.empty', 'This model has neither a version nor a draft. Save it first.', {
    details: { modelId },
  });
}

/** Which mapped columns the model does not have, and where in the mapping they stand. */
export function unknownColumns(
  { configuration }: SyncContent,
  columns: ModelContent['columns'],
): { column: string; index: number }[] {
  const known = new Set(columns.map(({ name }) => name));
  return configuration.mapping.flatMap(({ column }, index) => (known.has(column) ? [] : [{ column, index }]));
}

/** Throws `sync.unknown-column` unless the model has every mapped column. */
export function assertColumns(content: SyncContent, columns: ModelContent['columns'], syncId?: string): void {
  const fields: FieldError[] = unknownColumns(content, columns).map(({ column, index }) => ({
    path: `/content/configuration/mapping/${index}/column`,
    code: 'sync.unknown-column',
    message: `The model has no column ${column}.`,
  }));
  if (fields.length === 0) return;
  throw new DomainError('invalid', 'sync.unknown-column', 'The sync maps columns that its model does not have.', {
    fields,
    ...(syncId !== undefined && { details: { resourceId: syncId } }),
  });
}

const sameTarget = (a: Binding, b: Binding): boolean =>
  a.modelId === b.modelId && a.draftId === b.draftId && a.revision === b.revision;

/** A save of unchanged content has a point when the published version waits for a model revision that may never come. */
export const renews = (published: Binding | null, saved: Binding | null): boolean =>
  published !== null && saved !== null && published.satisfiedBy === null && !sameTarget(published, saved);
