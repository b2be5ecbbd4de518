import { PublicationApplied, RequestApproved, DraftSubmitted } from '@imprimatur/contracts';
import { modelContent, seedMember, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { approvalOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

const changed = modelContent({ query: 'select id, email, city from customers where active' });

describe('deleting', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let erin: Caller;
  let sourceId: string;
  let destinationId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    [admin, erin] = [workspace.members.admin, workspace.members['workspace-editor']];
    sourceId = await world.connection(admin, 'sources');
    destinationId = await world.connection(admin, 'destinations');
  });
  afterAll(() => world.close());

  const codeOf = async (path: string, ifMatch?: string | number, by = admin): Promise<[number, string | undefined]> => {
    const { status, body } = await world.call(by, 'delete', path, undefined, ifMatch);
    return [status, (body as { code?: string }).code];
  };
  const change = (id: string, over: object) =>
    world.call(erin, 'post', `/models/${id}/changes`, { content: changed, basedOn: { version: 1 }, ...over });

  describe('a model or sync', () => {
    it('takes the ETag of what was seen', async () => {
      const { id: modelId } = await world.model(admin, sourceId);
      const { id: syncId } = await world.sync(admin, modelId, destinationId);
      for (const path of [`/syncs/${syncId}`, `/models/${modelId}`]) {
        expect(await codeOf(path)).toEqual([428, 'precondition.required']);
        expect(await codeOf(path, '1.0')).toEqual([412, 'resource.stale']);
        expect(await codeOf(path, '1.0', workspace.members['workspace-viewer'])).toEqual([403, 'rights.missing']);
        expect(await codeOf(path, await world.etagOf(admin, path))).toEqual([204, undefined]);
      }
    });

    it('refuses when anything was done to it unseen: saved, submitted, published, renamed', async () => {
      const { id } = await world.model(admin, sourceId);
      const path = `/models/${id}`;
      const unseen = async (act: () => Promise<unknown>): Promise<void> => {
        const seen = await world.etagOf(admin, path);
        await act();
        expect(await codeOf(path, seen)).toEqual([412, 'resource.stale']);
      };
      await unseen(async () => change(id, { action: 'save_draft' }).expect(200));
      await unseen(async () => {
        const based = { basedOn: { revision: 2 }, action: 'submit', reviewers: [admin.id] };
        await change(id, based).expect(202);
      });
      await unseen(async () => {
        const [submission] = (await world.eventsOf(DraftSubmitted, workspace.id)).slice(-1);
        const { requestId } = submission!.data;
        const approval = approvalOf(submission!.data, [admin.id]);
        await world.approvals.send(RequestApproved, workspace.id, requestId, approval);
        await world.nextEvent(PublicationApplied, workspace.id, requestId);
      });
      await unseen(async () => world.call(erin, 'patch', path, { name: 'renamed' }, 1).expect(200));
      await unseen(async () => {
        const hotfix = { content: modelContent(), basedOn: { version: 2 }, action: 'publish_now' };
        await change(id, hotfix).expect(200);
      });
      expect(await codeOf(path, await world.etagOf(admin, path))).toEqual([204, undefined]);
    });

    it('has the same ETag in the list', async () => {
      const { id } = await world.model(admin, sourceId);
      const { body } = await world.call(admin, 'get', '/models?limit=200').expect(200);
      const listed = (body as { items: { id: string; etag: string }[] }).items.find((item) => item.id === id);
      expect(listed?.etag).toBe(await world.etagOf(admin, `/models/${id}`));
    });
  });

  describe('a model that syncs refer to', () => {
    const refusal = { code: 'model.has-syncs', status: 409 };

    it('is refused with those the member may view, drafts included; and not once they are gone', async () => {
      const { id } = await world.model(admin, sourceId);
      const { id: other } = await world.model(admin, sourceId);
      const live = await world.sync(admin, id, destinationId, { name: 'live' });
      const drafted = await world.sync(admin, id, destinationId, { name: 'drafted', action: 'save_draft' });
      const moving = await world.sync(admin, other, destinationId, { name: 'moving' });
      const content = syncContent({ configuration: { modelId: id, destinationId } });
      const move = { content, basedOn: { version: 1 }, action: 'save_draft' };
      await world.call(erin, 'post', `/syncs/${moving.id}/changes`, move).expect(200);
      const remove = async (by = admin) =>
        world.call(by, 'delete', `/models/${id}`, undefined, await world.etagOf(admin, `/models/${id}`));
      expect((await remove()).body).toMatchObject({
        ...refusal,
        details: {
          count: 3,
          syncs: [
            { id: drafted.id, name: 'drafted' },
            { id: live.id, name: 'live' },
            { id: moving.id, name: 'moving' },
          ],
        },
      });
      const sourceOnly = await scopedMember(world, workspace, { destinations: [] });
      expect((await remove(sourceOnly)).body).toMatchObject({ ...refusal, details: { count: 3, syncs: [] } });
      for (const path of [`/syncs/${drafted.id}/draft`, `/syncs/${moving.id}/draft`])
        await world.call(admin, 'delete', path, undefined, path.includes(drafted.id) ? 1 : 2).expect(204);
      const tag = await world.etagOf(admin, `/syncs/${live.id}`);
      await world.call(admin, 'delete', `/syncs/${live.id}`, undefined, tag).expect(204);
      expect((await remove()).status).toBe(204);
      await world.call(admin, 'get', `/syncs/${moving.id}`).expect(200);
    });

    it('keeps its draft while it has nothing else, and else loses it', async () => {
      const never = await world.model(admin, sourceId, { action: 'save_draft' });
      const sync = await world.sync(admin, never.id, destinationId, { action: 'save_draft' });
      const draft = `/models/${never.id}/draft`;
      const { body } = await world.call(admin, 'delete', draft, undefined, 1);
      expect(body).toMatchObject({ ...refusal, details: { syncs: [{ id: sync.id }] } });
      await world.call(admin, 'delete', `/syncs/${sync.id}/draft`, undefined, 1).expect(204);
      await world.call(admin, 'get', `/syncs/${sync.id}`).expect(404);
      expect(await codeOf(draft, 1)).toEqual([204, undefined]);
      expect(await codeOf(draft, 1)).toEqual([404, 'model.not-found']);
      const { id } = await world.model(admin, sourceId);
      await world.sync(admin, id, destinationId);
      await change(id, { action: 'save_draft' }).expect(200);
      expect(await codeOf(`/models/${id}/draft`, 2)).toEqual([204, undefined]);
      expect(await codeOf(`/models/${id}/draft`, 2)).toEqual([409, 'draft.missing']);
    });
  });

  it('takes more than a name does: its ETag stays good while others save, and is none to delete with', async () => {
    const { id } = await world.model(admin, sourceId);
    const path = `/models/${id}`;
    const seen = await world.etagOf(admin, path);
    await change(id, { action: 'save_draft' }).expect(200);
    const renamed = await world.call(admin, 'patch', path, { name: 'renamed' }, seen).expect(200);
    await world.call(admin, 'patch', path, { name: 'again' }, seen).expect(412);
    expect(await codeOf(path, JSON.parse(renamed.headers['etag'] as string) as string)).toEqual([
      412,
      'resource.stale',
    ]);
  });

  it('a draft is for who wrote it, approvers and publishers; a service account is no approver', async () => {
    const member = async (key: 'admin' | 'audience-editor', kind: 'person' | 'service'): Promise<Caller> => {
      const { manager } = world.service.dataSource;
      const seeded = await seedMember(manager, workspace.id, { roleId: workspace.roles[key].id, kind });
      await world.signIn(seeded);
      return seeded;
    };
    const drafted = async (): Promise<string> =>
      `/models/${(await world.model(workspace.members['workspace-draft-editor'], sourceId, { action: 'save_draft' })).id}/draft`;
    const refused = await drafted();
    expect(await codeOf(refused, 1, await member('audience-editor', 'service'))).toEqual([403, 'rights.missing']);
    for (const by of [
      await member('audience-editor', 'person'),
      await member('admin', 'service'),
      workspace.members['workspace-draft-editor'],
    ])
      expect(await codeOf(await drafted(), 1, by)).toEqual([204, undefined]);
  });

  it.each(['sources', 'destinations'] as const)('one of the %s takes the ETag of what was seen', async (kind) => {
    const path = `/${kind}/${await world.connection(admin, kind)}`;
    await world.call(erin, 'patch', path, { name: 'renamed' }, 1).expect(200);
    expect(await codeOf(path)).toEqual([428, 'precondition.required']);
    expect(await codeOf(path, 1)).toEqual([412, 'connection.stale']);
    expect(await codeOf(path, 2, workspace.members['workspace-viewer'])).toEqual([403, 'rights.missing']);
    expect(await codeOf(path, await world.etagOf(admin, path))).toEqual([204, undefined]);
  });
});
