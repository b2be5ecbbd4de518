import { RefusalCode } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { refusals, type GateFacts } from './gate.ts';
import { modelVersion, publishedModel, publishedSync, type SyncVersion } from './states.fixture.ts';

/** A sync on its model, both published and nothing in the way. */
function facts(over: Partial<GateFacts> = {}, version: SyncVersion = {}): GateFacts {
  const model = publishedModel();
  return {
    sync: publishedSync(model, version),
    model: { ...model, hasDraft: false },
    modelDraftPolicy: 'hold',
    paused: false,
    previousRunActive: false,
    ...over,
  };
}

const unpublishedModel = { deleted: false, published: null, hasDraft: true };

describe('the gate', () => {
  it('is open for a published sync on its published model', () => {
    expect(refusals(facts())).toEqual([]);
  });

  it.each<[RefusalCode, GateFacts]>([
    ['SYNC_DELETED', facts({ sync: { ...facts().sync, deleted: true } })],
    ['SYNC_PAUSED', facts({ paused: true })],
    ['SYNC_NOT_PUBLISHED', facts({ sync: { deleted: false, published: null } })],
    ['MODEL_DELETED', facts({ model: { deleted: true, published: modelVersion(), hasDraft: false } })],
    ['MODEL_NOT_PUBLISHED', facts({ model: { deleted: false, published: null, hasDraft: false } })],
    ['MODEL_NOT_PUBLISHED', facts({ model: null })],
    ['MODEL_HAS_UNPUBLISHED_CHANGES', facts({ model: { deleted: false, published: modelVersion(), hasDraft: true } })],
    ['BINDING_MISMATCH', facts({}, { binding: { draftId: newId() } })],
    ['PREVIOUS_RUN_ACTIVE', facts({ previousRunActive: true })],
  ])('refuses with %s alone', (code, refused) => {
    expect(refusals(refused)).toEqual([code]);
  });

  it('lists all reasons that apply, in the order of the rule book', () => {
    const everything = facts(
      { paused: true, previousRunActive: true, model: { ...unpublishedModel, deleted: true } },
      { binding: { draftId: newId() } },
    );
    const deleted = { ...everything, sync: { ...everything.sync, deleted: true } };
    expect(refusals(deleted)).toEqual(RefusalCode.options.filter((code) => code !== 'SYNC_NOT_PUBLISHED'));
  });

  it('names an unpublished sync before its unpublished model', () => {
    const both = facts({ sync: { deleted: false, published: null }, model: unpublishedModel });
    expect(refusals(both)).toEqual(['SYNC_NOT_PUBLISHED', 'MODEL_NOT_PUBLISHED', 'MODEL_HAS_UNPUBLISHED_CHANGES']);
  });

  it('keeps a published sync running that has a draft itself', () => {
    const model = publishedModel();
    const draft = { draftId: newId(), revision: 2, baseVersion: 1, requestId: newId() };
    expect(refusals(facts({ sync: publishedSync(model, {}, { draft }) }))).toEqual([]);
  });
});

describe('the policy for drafts of the model', () => {
  const drafted = { deleted: false, published: modelVersion(), hasDraft: true };

  it('run_published goes on with the last published pair', () => {
    expect(refusals(facts({ modelDraftPolicy: 'run_published', model: drafted }))).toEqual([]);
  });

  it('run_published still takes a published model', () => {
    const refused = facts({ modelDraftPolicy: 'run_published', model: unpublishedModel });
    expect(refusals(refused)).toEqual(['MODEL_NOT_PUBLISHED']);
  });
});

describe('a sync that is bound to a draft of its model', () => {
  const boundTo = (satisfiedBy: number | null, seenVersion: number): GateFacts =>
    facts(
      { model: { deleted: false, published: modelVersion(seenVersion), hasDraft: false } },
      { binding: { draftId: newId(), satisfiedBy } },
    );

  it.each([
    ['waits while no version came of that draft', boundTo(null, 4), ['BINDING_MISMATCH']],
    ['waits while the version that came of it has not been heard of', boundTo(5, 4), ['BINDING_MISMATCH']],
    ['runs on the version that came of it', boundTo(5, 5), []],
    ['runs on a later version', boundTo(5, 6), []],
  ])('%s', (_, bound, codes) => {
    expect(refusals(bound)).toEqual(codes);
  });

  it('reports a model never published as that first', () => {
    const bound = facts({ model: unpublishedModel }, { binding: { draftId: newId(), satisfiedBy: 1 } });
    expect(refusals(bound)).toEqual(['MODEL_NOT_PUBLISHED', 'MODEL_HAS_UNPUBLISHED_CHANGES', 'BINDING_MISMATCH']);
  });
});

describe('the mapping', () => {
  it.each([
    ['a column that the published model lacks', { mapping: [{ column: 'phone', field: 'external_id' }] }],
    ['a key that nothing is mapped to', { keys: ['phone'] }],
  ])('must not name %s', (_, configuration) => {
    expect(refusals(facts({}, { configuration }))).toEqual(['BINDING_MISMATCH']);
  });

  it('is compared letter by letter', () => {
    const configuration = { mapping: [{ column: 'ID', field: 'external_id' }] };
    expect(refusals(facts({}, { configuration }))).toEqual(['BINDING_MISMATCH']);
  });
});
