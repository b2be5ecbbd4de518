import { modelContent, syncContent } from '@imprimatur/testing';
import { draft, published, resource } from '../testing/resource.fixture.ts';
import { bindingTo, unknownColumns } from './binding.ts';

const wide = modelContent({ columns: [...modelContent().columns, { name: 'phone', type: 'text' }] });

describe('a sync is bound', () => {
  it('to the draft of its model, and sees its columns', () => {
    const model = resource({ draft: draft({ revision: 5, content: wide }) });
    expect(bindingTo(model)).toEqual({
      binding: { modelId: model.id, revision: 5, draftId: model.draft!.draftId, satisfiedBy: null },
      columns: wide.columns,
    });
  });

  it('to the published version when there is no draft, which satisfies it at once', () => {
    const model = resource({ published: published({ version: 3, revision: 4 }) });
    expect(bindingTo(model)).toEqual({
      binding: { modelId: model.id, revision: 4, draftId: null, satisfiedBy: 3 },
      columns: modelContent().columns,
    });
  });

  it('to nothing when the model has neither', () => {
    expect(() => bindingTo(resource({ published: null }))).toThrow(expect.objectContaining({ code: 'model.empty' }));
  });
});

it('names the columns that a mapping takes from nowhere', () => {
  const mapping = [
    { column: 'id', field: 'external_id' },
    { column: 'phone', field: 'phone' },
  ];
  const content = syncContent({ configuration: { mapping } });
  expect(unknownColumns(content, wide.columns)).toEqual([]);
  expect(unknownColumns(content, modelContent().columns)).toEqual([{ column: 'phone', index: 1 }]);
});
