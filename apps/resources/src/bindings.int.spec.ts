import { DraftSubmitted, ModelState, PublicationApplied, RequestApproved, SyncState } from '@imprimatur/contracts';
import { modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { approvalOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld, type Saved } from './testing/resources-world.fixture.ts';

const columns = [...modelContent().columns, { name: 'phone', type: 'text' as const }];
const withPhone = modelContent({ query: 'select id, email, city, phone from customers', columns });

describe('bindings', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let ends: { sourceId: string; destinationId: string };

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    const { admin } = workspace.members;
    const [sourceId, destinationId] = [
      await world.connection(admin, 'sources'),
      await world.connection(admin, 'destinations'),
    ];
    ends = { sourceId, destinationId };
  });
  afterAll(() => world.close());

  const admin = () => workspace.members.admin;
  const contentOn = (modelId: string, column = 'phone') =>
    syncContent({
      configuration: {
        ...{ modelId, destinationId: ends.destinationId, keys: ['external_id'] },
        mapping: [
          { column: 'id', field: 'external_id' },
          { column, field: 'phone' },
        ],
      },
    });
  const draftOf = (id: string, content: object, revision: number | null): Promise<Saved> =>
    world
      .call(admin(), 'post', `/models/${id}/changes`, {
        ...{ content, basedOn: revision === null ? { version: 1 } : { revision }, action: 'save_draft' },
      })
      .expect(200)
      .then(({ body }) => body as Saved);
  const bindingOf = async (id: string, where: 'published' | 'draft'): Promise<unknown> => {
    const { body } = await world.call(admin(), 'get', `/syncs/${id}`).expect(200);
    return (body as Record<typeof where, { binding: unknown } | null>)[where]?.binding;
  };

  it('take the columns of the draft while the model has one', async () => {
    const { id } = await world.model(admin(), ends.sourceId);
    const post = (column: string) =>
      world.call(admin(), 'post', '/syncs', { name: 's', content: contentOn(id, column), action: 'save_draft' });
    expect((await post('phone').expect(422)).body).toMatchObject({
      code: 'sync.unknown-column',
      fields: [{ path: '/content/configuration/mapping/1/column' }],
    });
    await draftOf(id, withPhone, null);
    const { body } = await post('phone').expect(201);
    expect(await bindingOf((body as Saved).id, 'draft')).toMatchObject({ modelId: id, revision: 2, satisfiedBy: null });
    await post('nowhere').expect(422);
  });

  it('of a sync that went live before its model are satisfied by the publication, sync state first', async () => {
    const model = await world.model(admin(), ends.sourceId, { content: withPhone, action: 'save_draft' });
    const early = await world.sync(admin(), model.id, ends.destinationId, { content: contentOn(model.id) });
    const drafted = await world.sync(admin(), model.id, ends.destinationId, { action: 'save_draft' });
    await draftOf(model.id, modelContent(), model.revision);
    const late = await world.sync(admin(), model.id, ends.destinationId);
    expect(await bindingOf(early.id, 'published')).toMatchObject({ revision: 1, satisfiedBy: null });

    const before = (await world.events(workspace.id)).length;
    const items = [{ resourceId: model.id, revision: 2 }];
    await world.call(admin(), 'post', '/change-sets', { action: 'publish_now', items }).expect(200);
    const after = (await world.events(workspace.id)).slice(before);
    const order = after.map(({ type, subject }) => [type, subject]);
    expect(order.slice(0, 2)).toEqual(
      expect.arrayContaining([
        [SyncState.type, early.id],
        [SyncState.type, late.id],
      ]),
    );
    expect(order.slice(2)).toEqual([
      [ModelState.type, model.id],
      [PublicationApplied.type, model.id],
    ]);
    expect(after.slice(0, 2).map(({ data }) => data)).toMatchObject([
      { published: { binding: { satisfiedBy: 1 } } },
      { published: { binding: { satisfiedBy: 1 } } },
    ]);
    expect(await bindingOf(drafted.id, 'draft')).toMatchObject({ revision: 1, satisfiedBy: 1 });
  });

  it('are not satisfied by a hotfix around the draft, nor by an earlier revision', async () => {
    const { id } = await world.model(admin(), ends.sourceId);
    await draftOf(id, withPhone, null);
    const sync = await world.sync(admin(), id, ends.destinationId, { content: contentOn(id) });
    const hotfix = { content: modelContent({ query: 'select 1 as id, email, city from customers' }) };
    const around = { ...hotfix, basedOn: { version: 1 }, action: 'publish_now' };
    await world.call(admin(), 'post', `/models/${id}/changes`, around).expect(200);
    expect(await bindingOf(sync.id, 'published')).toMatchObject({ revision: 2, satisfiedBy: null });
  });

  it('can be renewed by saving the same content again', async () => {
    const { id } = await world.model(admin(), ends.sourceId);
    await draftOf(id, withPhone, null);
    const content = contentOn(id, 'email');
    const sync = await world.sync(admin(), id, ends.destinationId, { content });
    await world.call(admin(), 'delete', `/models/${id}/draft`, undefined, 2).expect(204);
    const again = { content, basedOn: { version: 1 }, action: 'publish_now' };
    await world.call(admin(), 'post', `/syncs/${sync.id}/changes`, again).expect(200);
    expect(await bindingOf(sync.id, 'published')).toEqual({ modelId: id, revision: 1, draftId: null, satisfiedBy: 1 });
    const { body } = await world.call(admin(), 'post', `/syncs/${sync.id}/changes`, {
      ...again,
      basedOn: { version: 2 },
    });
    expect(body).toMatchObject({ code: 'draft.no-change' });
  });

  it('of syncs that go with their model are to its item, which must have what they map', async () => {
    const model = await world.model(admin(), ends.sourceId, { content: withPhone, action: 'save_draft' });
    const sync = await world.sync(admin(), model.id, ends.destinationId, {
      ...{ content: contentOn(model.id), action: 'save_draft' },
    });
    await draftOf(model.id, modelContent(), 1);
    const items = (revision: number) => [
      { resourceId: sync.id, revision: 1 },
      { resourceId: model.id, revision },
    ];
    for (const action of ['submit', 'publish_now']) {
      const body = { action, items: items(2), reviewers: [admin().id] };
      const refused = await world.call(admin(), 'post', '/change-sets', body).expect(422);
      expect(refused.body).toMatchObject({ code: 'sync.unknown-column', details: { resourceId: sync.id } });
    }
    await draftOf(model.id, withPhone, 2);
    const submit = { action: 'submit', items: items(3), reviewers: [admin().id] };
    const { body } = await world.call(admin(), 'post', '/change-sets', submit).expect(202);
    const { requestId } = body as { requestId: string };
    expect(await bindingOf(sync.id, 'draft')).toMatchObject({ revision: 3, satisfiedBy: null });
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, requestId);
    await world.approvals.send(RequestApproved, workspace.id, requestId, approvalOf(submitted!.data, [admin().id]));
    await world.nextEvent(PublicationApplied, workspace.id, requestId);
    expect(await bindingOf(sync.id, 'published')).toMatchObject({ revision: 3, satisfiedBy: 1 });
  });

  it('move with a sync to another model of the same source, and whoever reviews it is told the names of both', async () => {
    const before = await world.model(admin(), ends.sourceId, { name: 'before' });
    const after = await world.model(admin(), ends.sourceId, { name: 'after' });
    const sync = await world.sync(admin(), before.id, ends.destinationId);
    const content = contentOn(after.id, 'email');
    const submit = { content, basedOn: { version: 1 }, action: 'submit', reviewers: [admin().id] };
    const { body } = await world.call(admin(), 'post', `/syncs/${sync.id}/changes`, submit).expect(202);
    expect(await bindingOf(sync.id, 'draft')).toMatchObject({ modelId: after.id, satisfiedBy: 1 });
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, (body as Saved).requestId!);
    const { ends: named } = submitted!.data.items[0]!;
    expect(named.map(({ modelName }) => modelName)).toEqual(['after', 'before']);
  });

  it('move a sync only with rights on its old and its new ends', async () => {
    const model = await world.model(admin(), ends.sourceId);
    const sync = await world.sync(admin(), model.id, ends.destinationId);
    const elsewhere = await world.connection(admin(), 'destinations', 'elsewhere');
    const content = syncContent({ configuration: { modelId: model.id, destinationId: elsewhere } });
    const move = { content, basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(admin(), 'post', `/syncs/${sync.id}/changes`, move).expect(200);
    const submit = { action: 'submit', items: [{ resourceId: sync.id, revision: 2 }], reviewers: [admin().id] };
    const { body } = await world.call(admin(), 'post', '/change-sets', submit).expect(202);
    const { requestId } = body as { requestId: string };
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, requestId);
    expect(submitted?.data.items[0]?.ends).toMatchObject([
      { destinationId: elsewhere, destinationName: 'elsewhere' },
      { destinationId: ends.destinationId },
    ]);
    const states = await world.eventsOf(SyncState, workspace.id, sync.id);
    expect(states.at(-1)?.data.ends).toMatchObject({ destinationId: ends.destinationId });
    await world.approvals.send(RequestApproved, workspace.id, requestId, approvalOf(submitted!.data, [admin().id]));
    await world.nextEvent(PublicationApplied, workspace.id, requestId);
    const now = await world.eventsOf(SyncState, workspace.id, sync.id);
    expect(now.at(-1)?.data.ends).toMatchObject({ destinationId: elsewhere });
  });
});
