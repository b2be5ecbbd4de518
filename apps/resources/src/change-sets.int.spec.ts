import { DraftSubmitted, PublicationApplied } from '@imprimatur/contracts';
import { modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { ResourcesWorld, type Caller, type Saved } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

const phone = { name: 'phone', type: 'text' as const };
const withPhone = modelContent({ columns: [...modelContent().columns, phone] });

interface Item {
  resourceId: string;
  revision: number;
}

describe('a change set', () => {
  let world: ResourcesWorld;
  let [workspace, foreign]: SeededWorkspace[] = [];
  let admin: Caller;
  let sourceId: string;
  let destinationId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    foreign = await world.workspace();
    admin = workspace.members.admin;
    sourceId = await world.connection(admin, 'sources');
    destinationId = await world.connection(admin, 'destinations');
  });
  afterAll(() => world.close());

  const itemOf = ({ id, revision }: Saved): Item => ({ resourceId: id, revision });
  const onPhone = (modelId: string) =>
    syncContent({
      configuration: {
        ...{ modelId, destinationId },
        mapping: [
          { column: 'id', field: 'external_id' },
          { column: 'phone', field: 'phone' },
        ],
      },
    });
  const draftedModel = (name = 'customers') =>
    world.model(admin, sourceId, { name, content: withPhone, action: 'save_draft' });
  const draftedSync = (modelId: string) =>
    world.sync(admin, modelId, destinationId, { content: onPhone(modelId), action: 'save_draft' });
  const changeModel = async (id: string, revision: number, body: object): Promise<Saved> => {
    const change = { content: modelContent(), basedOn: { revision }, ...body };
    return (await world.call(admin, 'post', `/models/${id}/changes`, change)).body as Saved;
  };
  const suggest = (items: Item[], by = admin) => world.call(by, 'post', '/change-sets/suggestions', { items });
  const models = async (items: Item[], by = admin): Promise<unknown> =>
    ((await suggest(items, by).expect(200)).body as { models: unknown }).models;
  const execute = (action: string, items: Item[], by = admin) =>
    world.call(by, 'post', '/change-sets', { action, items, reviewers: [admin.id] });

  describe('is told which drafted models its syncs refer to', () => {
    it('unless they are in it, published, or nobody refers to them', async () => {
      const model = await draftedModel();
      const [first, second] = [await draftedSync(model.id), await draftedSync(model.id)];
      const published = await world.model(admin, sourceId, { content: withPhone });
      const alone = await draftedSync(published.id);
      const items = [first, second, alone].map(itemOf);
      expect(await models(items)).toEqual([
        {
          ...{ resourceId: model.id, name: 'customers', revision: 1, syncIds: [first.id, second.id] },
          ...{ actions: ['publish_now', 'submit'], code: null, requestId: null, missingColumns: [] },
        },
      ]);
      expect(await models([...items, itemOf(model)])).toEqual([]);
      expect(await models([itemOf(model)])).toEqual([]);
    });

    it('and what the member may do with them, approvals on or off', async () => {
      const model = await draftedModel();
      const items = [itemOf(await draftedSync(model.id))];
      const { members } = workspace!;
      for (const [requireApprovals, by, expected] of [
        [true, members['workspace-draft-editor'], { actions: ['submit'], code: null }],
        [true, members['sync-editor'], { actions: [], code: 'rights.missing' }],
        [false, members.admin, { actions: ['publish_now'], code: null }],
        [false, members['workspace-draft-editor'], { actions: [], code: 'approvals.disabled-for-draft-role' }],
      ] as const) {
        await world.setting(workspace!.id, { requireApprovals });
        expect(await models(items, by)).toMatchObject([expected]);
      }
      await world.setting(workspace!.id, { requireApprovals: true });
    });

    it('and why they cannot go with it: in review, stale, columns that are not there', async () => {
      const inReview = await draftedModel('in review');
      const itsSync = itemOf(await draftedSync(inReview.id));
      const { requestId } = await changeModel(inReview.id, 1, {
        content: withPhone,
        action: 'submit',
        reviewers: [admin.id],
      });
      expect(await models([itsSync])).toMatchObject([{ code: 'draft.in-review', actions: [], requestId }]);

      const stale = await world.model(admin, sourceId, { content: withPhone });
      const other = modelContent({ ...withPhone, query: 'select 1 as id, 2 as email, 3 as city, 4 as phone' });
      const draft = { content: other, basedOn: { version: 1 }, action: 'save_draft' };
      await world.call(admin, 'post', `/models/${stale.id}/changes`, draft).expect(200);
      const onStale = itemOf(await draftedSync(stale.id));
      const hotfix = { content: modelContent(), basedOn: { version: 1 }, action: 'publish_now' };
      await world.call(admin, 'post', `/models/${stale.id}/changes`, hotfix).expect(200);
      expect(await models([onStale])).toMatchObject([{ code: 'draft.stale', actions: [] }]);

      const without = await draftedModel('without');
      const sync = await draftedSync(without.id);
      await changeModel(without.id, 1, { action: 'save_draft' });
      expect(await models([itemOf(sync)])).toMatchObject([
        { revision: 2, code: null, missingColumns: [{ syncId: sync.id, column: 'phone' }] },
      ]);
    });

    it('for drafts as they are now, that the member may see', async () => {
      const model = await draftedModel();
      const sync = await draftedSync(model.id);
      const statusAndCode = async (items: Item[], by = admin): Promise<unknown[]> => {
        const { status, body } = await suggest(items, by);
        return [status, (body as { code: string }).code];
      };
      expect(await statusAndCode([{ ...itemOf(sync), revision: 2 }])).toEqual([412, 'draft.stale-base']);
      expect(await statusAndCode([itemOf(sync)], foreign!.members.admin)).toEqual([404, 'resource.not-found']);
      expect(await statusAndCode([])).toEqual([422, 'input.invalid']);
      expect(await statusAndCode([itemOf(sync), itemOf(sync)])).toEqual([422, 'input.invalid']);
      await execute('publish_now', [itemOf(model), itemOf(sync)]).expect(200);
      expect(await statusAndCode([itemOf(sync)])).toEqual([409, 'draft.missing']);
      const elsewhere = await world.connection(admin, 'destinations', 'elsewhere');
      const content = syncContent({ configuration: { modelId: model.id, destinationId: elsewhere } });
      const move = { content, basedOn: { version: 1 }, action: 'save_draft' };
      await world.call(admin, 'post', `/syncs/${sync.id}/changes`, move).expect(200);
      const blind = await scopedMember(world, workspace!, { destinations: [destinationId] });
      expect(await statusAndCode([{ resourceId: sync.id, revision: 2 }], blind)).toEqual([403, 'rights.missing']);
    });
  });

  it.each(['submit', 'publish_now'])('goes as a whole or not at all: %s', async (action) => {
    const model = await draftedModel();
    const sync = await draftedSync(model.id);
    const busy = await draftedModel('in review');
    await execute('submit', [itemOf(busy)]).expect(202);
    const hidden = await world.model(
      foreign!.members.admin,
      await world.connection(foreign!.members.admin, 'sources'),
      {
        action: 'save_draft',
      },
    );
    const before = (await world.events(workspace!.id)).length;
    for (const [spoiler, status, code] of [
      [itemOf(busy), 409, 'draft.in-review'],
      [{ ...itemOf(model), revision: 2 }, 412, 'draft.stale-base'],
      [itemOf(hidden), 404, 'resource.not-found'],
    ] as const) {
      const items = [itemOf(sync), ...(spoiler.resourceId === model.id ? [] : [itemOf(model)]), spoiler];
      const refused = await execute(action, items);
      expect([refused.status, refused.body]).toEqual([status, expect.objectContaining({ code })]);
    }
    const draftOnly = workspace!.members['workspace-draft-editor'];
    if (action === 'publish_now') await execute(action, [itemOf(model), itemOf(sync)], draftOnly).expect(403);
    expect((await world.events(workspace!.id)).length).toBe(before);
    for (const path of [`/models/${model.id}`, `/syncs/${sync.id}`])
      expect((await world.call(admin, 'get', path)).body).toMatchObject({
        published: null,
        draft: { state: 'editing' },
      });

    const { body } = await execute(action, [itemOf(sync), itemOf(model)]);
    const binding = { modelId: model.id, revision: 1, satisfiedBy: action === 'submit' ? null : 1 };
    const { requestId } = body as { requestId?: string };
    const after = (await world.call(admin, 'get', `/syncs/${sync.id}`)).body as Record<string, unknown>;
    if (requestId === undefined) {
      expect(after).toMatchObject({ published: { version: 1, binding }, draft: null });
      const [applied] = (await world.eventsOf(PublicationApplied, workspace!.id)).slice(-1);
      expect(applied?.data.items.map(({ resourceId }) => resourceId)).toEqual([sync.id, model.id]);
    } else {
      expect(after).toMatchObject({ published: null, draft: { state: 'in_review', requestId, binding } });
      const [submitted] = await world.eventsOf(DraftSubmitted, workspace!.id, requestId);
      expect(submitted?.data.items).toMatchObject([{ resourceId: sync.id, binding }, { resourceId: model.id }]);
    }
  });
});
