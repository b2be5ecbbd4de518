import { DraftSubmitted, PublicationApplied, RequestApproved, SyncState } from '@imprimatur/contracts';
import { modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { approvalOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld, type Caller, type Saved } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

const where = (condition: string) =>
  modelContent({ query: `select id, email, city from customers where ${condition}` });

describe('restoring a version', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let dana: Caller;
  let ends: { sourceId: string; destinationId: string };

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    admin = workspace.members.admin;
    dana = workspace.members['workspace-draft-editor'];
    const sourceId = await world.connection(admin, 'sources');
    ends = { sourceId, destinationId: await world.connection(admin, 'destinations') };
  });
  afterAll(() => world.close());
  beforeEach(() => world.setting(workspace.id, { requireApprovals: true }));

  const publish = (path: string, version: number, content: object) =>
    world.call(admin, 'post', `${path}/changes`, { content, basedOn: { version }, action: 'publish_now' }).expect(200);
  const restore = (by: Caller, path: string, over: object = {}) =>
    world.call(by, 'post', `${path}/restore`, {
      ...{ version: 1, basedOn: { version: 2 }, action: 'save_draft', ...over },
    });
  const read = async (path: string) => (await world.call(admin, 'get', path).expect(200)).body as object;
  /** A model with two versions. */
  async function model(): Promise<string> {
    const { id } = await world.model(admin, ends.sourceId);
    await publish(`/models/${id}`, 1, where('active'));
    return `/models/${id}`;
  }
  const history = async (path: string): Promise<unknown[]> =>
    ((await world.call(admin, 'get', `${path}/versions`).expect(200)).body as { items: unknown[] }).items;

  it('is a save like any other: as a draft, for review, or live', async () => {
    const drafted = await model();
    await restore(dana, drafted).expect(200);
    expect(await read(drafted)).toMatchObject({
      published: { version: 2 },
      draft: { revision: 3, baseVersion: 2, content: modelContent(), contributors: [dana.id], state: 'editing' },
    });

    const live = await model();
    expect((await restore(dana, live, { action: 'publish_now' }).expect(403)).body).toMatchObject({
      code: 'rights.missing',
    });
    expect((await restore(admin, live, { action: 'publish_now' }).expect(200)).body).toMatchObject({ version: 3 });
    expect(await history(live)).toMatchObject([
      { version: 3, revision: 3, restoredFrom: 1, how: 'direct', savedBy: admin.id, approvers: [], request: null },
      { version: 2, restoredFrom: null },
      { version: 1, restoredFrom: null },
    ]);
    await world.setting(workspace.id, { requireApprovals: false });
    const again = { version: 2, basedOn: { version: 3 } };
    expect((await restore(admin, live, again).expect(409)).body).toMatchObject({ code: 'approvals.disabled' });
    await restore(admin, live, { ...again, action: 'publish_now' }).expect(200);
  });

  it('is in the history with its request, who asked, who approved and what it restores', async () => {
    const path = await model();
    const submit = { action: 'submit', reviewers: [admin.id], comment: 'back to normal' };
    const { requestId } = (await restore(dana, path, submit).expect(202)).body as Saved;
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, requestId!);
    expect(submitted?.data).toMatchObject({ comment: 'back to normal', items: [{ content: modelContent() }] });
    await world.requested(workspace.id, submitted!.data, 12);
    const approval = approvalOf(submitted!.data, [admin.id]);
    await world.approvals.send(RequestApproved, workspace.id, requestId!, approval);
    await world.nextEvent(PublicationApplied, workspace.id, requestId!);
    const request = { id: requestId, number: 12, submittedBy: dana.id };
    const entry = { version: 3, restoredFrom: 1, how: 'request', savedBy: dana.id, approvers: [admin.id], request };
    expect((await history(path))[0]).toMatchObject(entry);
    expect(await read(`${path}/versions/3`)).toMatchObject({ ...entry, content: modelContent() });
  });

  it('is based on the draft when there is one, never around it, and refused while that is in review', async () => {
    const path = await model();
    const draft = { content: where('vip'), basedOn: { version: 2 }, action: 'save_draft' };
    await world.call(dana, 'post', `${path}/changes`, draft).expect(200);
    for (const action of ['save_draft', 'publish_now']) {
      const refused = await restore(admin, path, { action }).expect(412);
      expect(refused.body).toMatchObject({
        code: 'draft.stale-base',
        details: { current: { basedOn: { revision: 3 }, content: where('vip') }, yours: modelContent() },
      });
    }
    await restore(admin, path, { basedOn: { revision: 3 } }).expect(200);
    expect(await read(path)).toMatchObject({ draft: { revision: 4, contributors: [dana.id, admin.id] } });
    const submit = { action: 'submit', reviewers: [admin.id], basedOn: { revision: 4 } };
    const { requestId } = (await restore(dana, path, submit).expect(202)).body as Saved;
    for (const over of [{}, { basedOn: { revision: 5 } }, { action: 'publish_now' }])
      expect((await restore(admin, path, over).expect(409)).body).toMatchObject({
        ...{ code: 'draft.in-review', details: { requestId } },
      });
  });

  it('refuses what is published already, versions there are not, and members who may not save', async () => {
    const path = await model();
    expect((await restore(admin, path, { version: 2 }).expect(409)).body).toMatchObject({ code: 'draft.no-change' });
    expect((await restore(admin, path, { version: 3 }).expect(404)).body).toMatchObject({ code: 'version.not-found' });
    await restore(workspace.members['workspace-viewer'], path).expect(403);
    await restore(admin, path, { basedOn: { version: 1 } }).expect(412);
    await restore(admin, path, { action: 'submit' }).expect(422);
    await restore(admin, path, { content: modelContent() }).expect(422);
  });

  describe('of a sync', () => {
    const contentOn = (modelId: string, destinationId: string, column = 'email') =>
      syncContent({
        configuration: {
          ...{ modelId, destinationId },
          mapping: [
            { column: 'id', field: 'external_id' },
            { column, field: 'email' },
          ],
        },
      });
    /** A sync that was moved to another destination. */
    async function moved() {
      const { id: modelId } = await world.model(admin, ends.sourceId);
      const { id } = await world.sync(admin, modelId, ends.destinationId);
      const elsewhere = await world.connection(admin, 'destinations', 'elsewhere');
      await publish(`/syncs/${id}`, 1, contentOn(modelId, elsewhere));
      return { path: `/syncs/${id}`, id, modelId, elsewhere };
    }

    it('is judged on where it is and where it was, and hidden from who may not look there', async () => {
      const { path, id, elsewhere } = await moved();
      const onlyNow = await scopedMember(world, workspace, { destinations: [elsewhere] });
      expect((await restore(onlyNow, path).expect(404)).body).toMatchObject({ code: 'version.not-found' });
      expect((await restore(onlyNow, path, { version: 2 }).expect(409)).body).toMatchObject({
        code: 'draft.no-change',
      });
      expect(await world.call(onlyNow, 'get', `${path}/compare?from=1&to=2`)).toMatchObject({ status: 404 });
      const weaker = await scopedMember(world, workspace, {
        destinations: [elsewhere, { scope: ends.destinationId, syncs: 'draft' }],
      });
      expect((await restore(weaker, path, { action: 'publish_now' }).expect(403)).body).toMatchObject({
        code: 'rights.missing',
      });
      await restore(weaker, path).expect(200);
      await restore(admin, path, { basedOn: { revision: 3 }, action: 'publish_now' }).expect(200);
      const states = await world.eventsOf(SyncState, workspace.id, id);
      expect(states.at(-1)?.data.ends).toMatchObject({ destinationId: ends.destinationId });
    });

    it('is bound anew to the model as it is, which must have what it maps', async () => {
      const { id: modelId } = await world.model(admin, ends.sourceId);
      const { id } = await world.sync(admin, modelId, ends.destinationId);
      const path = `/syncs/${id}`;
      await publish(path, 1, contentOn(modelId, ends.destinationId, 'city'));
      await publish(`/models/${modelId}`, 1, where('active'));
      await restore(dana, path).expect(200);
      expect(await read(path)).toMatchObject({
        published: { binding: { revision: 1, satisfiedBy: 1 } },
        draft: { content: contentOn(modelId, ends.destinationId), binding: { modelId, revision: 2, satisfiedBy: 2 } },
      });
      const columns = modelContent().columns.filter(({ name }) => name !== 'email');
      await publish(`/models/${modelId}`, 2, modelContent({ columns }));
      const refused = await restore(dana, path, { basedOn: { revision: 3 } }).expect(422);
      expect(refused.body).toMatchObject({ code: 'sync.unknown-column' });
    });

    it('is refused when what it refers to is deleted', async () => {
      const { path, modelId } = await moved();
      const { id: another } = await world.model(admin, ends.sourceId);
      await publish(path, 2, contentOn(another, ends.destinationId));
      const tag = await world.etagOf(admin, `/models/${modelId}`);
      await world.call(admin, 'delete', `/models/${modelId}`, undefined, tag).expect(204);
      const refused = await restore(admin, path, { basedOn: { version: 3 } }).expect(404);
      expect(refused.body).toMatchObject({ code: 'model.not-found' });
    });
  });
});
