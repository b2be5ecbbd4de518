import {
  DraftSubmitted,
  ModelState,
  PublicationApplied,
  RequestApproved,
  RequestSubmitted,
  SyncState,
} from '@imprimatur/contracts';
import { modelContent, syncContent } from '@imprimatur/testing';
import { approvalOf, submittedOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld } from './testing/resources-world.fixture.ts';

describe('the main path', () => {
  let world: ResourcesWorld;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
  });
  afterAll(() => world.close());

  it('takes a model and a sync from drafts over one request to what is published', async () => {
    const { id: workspaceId, members } = await world.workspace();
    const [ada, dana, erin] = [members.admin, members['workspace-draft-editor'], members['workspace-editor']];
    const sourceId = await world.connection(ada, 'sources');
    const destinationId = await world.connection(ada, 'destinations');

    const model = await world.model(dana, sourceId, { action: 'save_draft' });
    const sync = await world.sync(dana, model.id, destinationId, { action: 'save_draft' });
    expect([model, sync]).toEqual([
      { id: expect.any(String), revision: 1, version: null, requestId: null },
      { id: expect.any(String), revision: 1, version: null, requestId: null },
    ]);

    const items = [model, sync].map(({ id, revision }) => ({ resourceId: id, revision }));
    const submission = { action: 'submit', items, reviewers: [ada.id], comment: 'please' };
    const { body } = await world.call(dana, 'post', '/change-sets', submission).expect(202);
    const { requestId } = body as { requestId: string };

    const [submitted] = await world.eventsOf(DraftSubmitted, workspaceId, requestId);
    expect(submitted?.data).toMatchObject({
      ...{ requestId, submittedBy: dana.id, comment: 'please', reviewers: [ada.id], requiredApprovals: 1 },
      items: [
        { resourceId: model.id, kind: 'model', revision: 1, baseVersion: null, content: modelContent(), binding: null },
        {
          ...{ resourceId: sync.id, kind: 'sync', revision: 1, contributors: [dana.id], baseContent: null },
          content: syncContent({ configuration: { modelId: model.id, destinationId } }),
          ends: [{ sourceId, sourceName: 'source', destinationId, destinationName: 'destination', modelId: model.id }],
          binding: { modelId: model.id, revision: 1, satisfiedBy: null },
        },
      ],
    });
    const settling = await world.call(dana, 'get', `/models/${model.id}`).expect(200);
    expect(settling.body).toMatchObject({ published: null, draft: { state: 'in_review', requestId, settling: true } });

    await world.approvals.send(RequestSubmitted, workspaceId, requestId, submittedOf(submitted!.data));
    await world.approvals.send(RequestApproved, workspaceId, requestId, approvalOf(submitted!.data, [erin.id]));
    const applied = await world.nextEvent(PublicationApplied, workspaceId, requestId);
    expect(applied).toMatchObject({
      ...{ how: 'request', requestId, attempt: 1, publishedBy: [erin.id], madeStale: [] },
      items: [
        { resourceId: model.id, version: 1, revision: 1 },
        { resourceId: sync.id, version: 1, revision: 1 },
      ],
    });

    const [modelNow, syncNow] = await Promise.all([
      world.call(dana, 'get', `/models/${model.id}`).expect(200),
      world.call(dana, 'get', `/syncs/${sync.id}`).expect(200),
    ]);
    expect(modelNow.body).toMatchObject({
      published: { version: 1, how: 'request', requestId, publishedBy: [erin.id], savedBy: dana.id },
      draft: null,
      syncs: [{ id: sync.id }],
      saveOptions: { actions: ['submit', 'save_draft'], code: null },
    });
    expect(syncNow.body).toMatchObject({
      published: { version: 1, binding: { modelId: model.id, revision: 1, satisfiedBy: 1 } },
      draft: null,
    });

    const states = (await world.events(workspaceId)).filter(({ type }) =>
      [ModelState.type, SyncState.type].includes(type),
    );
    expect(states.slice(-2)).toMatchObject([
      { type: SyncState.type, data: { id: sync.id, seq: 3, published: { binding: { satisfiedBy: 1 } }, draft: null } },
      { type: ModelState.type, data: { id: model.id, seq: 3, published: { version: 1 }, draft: null } },
    ]);
  });
});
