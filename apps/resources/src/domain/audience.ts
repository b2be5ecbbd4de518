/** An **audience** is the rows of a model that fulfil all its conditions, on columns that the model has. */
import type { AudienceContent } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import type { LiveResource } from './live-resource.ts';
import { asModel, type Resource } from './resource.ts';

export type Audience = LiveResource<AudienceContent>;

/** Throws `audience.unknown-column` unless the model has every column, published or drafted. */
export function assertConditions({ conditions }: AudienceContent, { id, published, draft }: Resource): void {
  const contents = [published, draft].flatMap((snapshot) => (snapshot === null ? [] : [asModel(snapshot.content)]));
  if (contents.length === 0)
    throw new DomainError('conflict', 'model.empty', 'This model has neither a version nor a draft. Save it first.', {
      details: { modelId: id },
    });
  const known = new Set(contents.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const fields = conditions.flatMap(({ column }, index) =>
    known.has(column)
      ? []
      : [
          {
            path: `/content/conditions/${index}/column`,
            code: 'audience.unknown-column',
            message: `The model has no column ${column}.`,
          },
        ],
  );
  if (fields.length > 0)
    throw new DomainError('invalid', 'audience.unknown-column', 'A condition names a column the model does not have.', {
      fields,
    });
}
