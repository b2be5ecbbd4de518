import { derivedId } from '@imprimatur/kernel';
import { modelContent, syncContent } from '@imprimatur/testing';
import { draft, drafted, published, resource } from '../testing/resource.fixture.ts';
import { assertReady, bindTogether } from './submission.ts';
import type { Resource } from './resource.ts';

describe('a draft is ready', () => {
  it('no more once it is gone: the answer says what was wanted, and that there is none', () => {
    for (const command of ['submit', 'publish'] as const)
      expect(() => assertReady(resource(), 2, command)).toThrow(
        expect.objectContaining({ details: { resourceId: resource().id, state: 'none', command } }),
      );
  });

  it('at the revision the member saw', () => {
    expect(() => assertReady(drafted(), 2, 'submit')).not.toThrow();
  });

  it.each<[string, Resource, string]>([
    ['gone', resource(), 'draft.missing'],
    ['in review', resource({ draft: draft({ state: 'in_review', requestId: 'r' }) }), 'draft.in-review'],
    ['saved in the meantime', resource({ draft: draft({ revision: 3 }) }), 'draft.stale-base'],
    ['published around', resource({ draft: draft(), published: published({ version: 2 }) }), 'draft.stale'],
  ])('unless it is %s', (_, of, code) => {
    for (const command of ['submit', 'publish'] as const)
      expect(() => assertReady(of, 2, command)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a sync that goes with its model', () => {
  const model = drafted({ id: derivedId('model') });
  const sync = drafted({ kind: 'sync', id: derivedId('sync') });

  it('is bound to the revision of the item', () => {
    const { draftId, revision } = model.draft;
    expect(bindTogether([sync, model])).toEqual(
      new Map([[sync.id, { modelId: model.id, revision, draftId, satisfiedBy: null }]]),
    );
  });

  it('keeps its binding when its model stays behind', () => {
    expect(bindTogether([sync])).toEqual(new Map());
  });

  it('is refused when the item lacks a column it maps', () => {
    const content = modelContent({ columns: [{ name: 'id', type: 'integer' }] });
    const lacking = drafted({ id: model.id, draft: draft({ content }) });
    expect(syncContent().configuration.mapping[1]?.column).toBe('email');
    expect(() => bindTogether([lacking, sync])).toThrow(
      expect.objectContaining({
        code: 'sync.unknown-column',
        details: { resourceId: sync.id },
        fields: [expect.objectContaining({ path: '/content/configuration/mapping/1/column' })],
      }),
    );
  });
});
