import type { RoleDocument } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { modelContent, seedMember, seedRole, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';

interface Things {
  sourceId: string;
  destinationId: string;
  modelId: string;
  syncId: string;
}

describe('what a member may not see', () => {
  let world: ResourcesWorld;
  let [ours, theirs]: SeededWorkspace[] = [];
  let things: Things;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    ours = await world.workspace();
    theirs = await world.workspace();
    things = await build(theirs.members.admin);
  });
  afterAll(() => world.close());

  async function build(admin: Caller): Promise<Things> {
    const sourceId = await world.connection(admin, 'sources');
    const destinationId = await world.connection(admin, 'destinations');
    const { id: modelId } = await world.model(admin, sourceId);
    const { id: syncId } = await world.sync(admin, modelId, destinationId, { action: 'save_draft' });
    return { sourceId, destinationId, modelId, syncId };
  }

  function everyCall({ sourceId, destinationId, modelId, syncId }: Things) {
    const model = { content: modelContent(), basedOn: { version: 1 }, action: 'save_draft' };
    const configuration = { modelId, destinationId };
    const sync = { content: syncContent({ configuration }), basedOn: { revision: 1 }, action: 'save_draft' };
    const ofConnection = (path: string) =>
      [
        ['get', path],
        ['patch', path, { name: 'x' }],
        ['delete', path],
        ['post', `${path}/test`],
      ] as const;
    const ofResource = (path: string, change: object) =>
      [
        ['get', path],
        ['patch', path, { name: 'x' }],
        ['delete', path],
        ['delete', `${path}/draft`],
        ['post', `${path}/changes`, change],
        ['get', `${path}/versions`],
        ['get', `${path}/versions/1`],
        ['get', `${path}/compare?from=1&to=1`],
        ['get', `${path}/rebase`],
        ['post', `${path}/rebase`, { basedOn: { revision: 1 }, onto: { version: 1 } }],
        ['post', `${path}/restore`, { version: 1, basedOn: { version: 1 }, action: 'save_draft' }],
      ] as const;
    const set = [modelId, syncId].map((resourceId) => ({ items: [{ resourceId, revision: 1 }] }));
    return [
      ...ofConnection(`/sources/${sourceId}`),
      ['post', `/sources/${sourceId}/preview`, { query: 'select 1' }],
      ...ofConnection(`/destinations/${destinationId}`),
      ...ofResource(`/models/${modelId}`, model),
      ['post', `/models/${modelId}/preview`, { revision: 1 }],
      ...ofResource(`/syncs/${syncId}`, sync),
      ['post', '/models', { name: 'x', sourceId, content: modelContent(), action: 'save_draft' }],
      ['post', '/syncs', { name: 'x', content: sync.content, action: 'save_draft' }],
      ...set.map((items) => ['post', '/change-sets', { ...items, action: 'publish_now' }] as const),
      ...set.map((items) => ['post', '/change-sets', { ...items, action: 'submit', reviewers: [newId()] }] as const),
    ] as ['get' | 'post' | 'patch' | 'delete', string, Record<string, unknown>?][];
  }

  const statuses = async (caller: Caller, ids: Things): Promise<unknown[]> => {
    const answers = [];
    for (const [method, path, body] of everyCall(ids))
      answers.push([method, path, (await world.call(caller, method, path, body, 1)).status]);
    return answers;
  };
  const all404 = (ids: Things): unknown[] => everyCall(ids).map(([method, path]) => [method, path, 404]);

  it('is not there: other workspaces', async () => {
    expect(await statuses(ours!.members.admin, things)).toEqual(all404(things));
    for (const path of ['/sources', '/destinations', '/models', '/syncs'])
      expect((await world.call(ours!.members.admin, 'get', path).expect(200)).body).toMatchObject({ items: [] });
  });

  it('is not there: sources and destinations their role does not name', async () => {
    const { admin } = theirs!.members;
    const [mine, hidden] = [await build(admin), things];
    const role: RoleDocument = {
      ...theirs!.roles.admin,
      ...{ id: newId(), name: 'one pair', builtIn: false },
      sources: [{ ...theirs!.roles.admin.sources[0]!, scope: mine.sourceId }],
      destinations: [{ ...theirs!.roles.admin.destinations[0]!, scope: mine.destinationId }],
    };
    await seedRole(world.service.dataSource.manager, theirs!.id, role);
    const member = await seedMember(world.service.dataSource.manager, theirs!.id, { roleId: role.id });
    await world.signIn(member);
    const upper = Object.fromEntries(
      Object.entries(hidden).map(([key, id]) => [key, id.toUpperCase()]),
    ) as unknown as Things;
    expect(await statuses(member, hidden)).toEqual(all404(hidden));
    expect(await statuses(member, upper)).toEqual(all404(upper));
    for (const [modelId, destinationId, code] of [
      [mine.modelId, hidden.destinationId, 'destination.not-found'],
      [hidden.modelId, mine.destinationId, 'model.not-found'],
    ] as const) {
      const content = syncContent({ configuration: { modelId, destinationId } });
      const sync = { name: 's', content, action: 'save_draft' };
      expect((await world.call(member, 'post', '/syncs', sync)).body).toMatchObject({ status: 404, code });
    }
    const listed = async (path: string): Promise<string[]> => {
      const { body } = await world.call(member, 'get', path).expect(200);
      return (body as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    expect(await listed('/sources')).toEqual([mine.sourceId]);
    expect(await listed('/destinations')).toEqual([mine.destinationId]);
    expect(await listed('/models')).toEqual([mine.modelId]);
    expect(await listed('/syncs')).toEqual([mine.syncId]);
  });

  async function whoSeesOnly(destinationId: string): Promise<Caller> {
    const role: RoleDocument = {
      ...theirs!.roles.admin,
      ...{ id: newId(), name: 'one destination', builtIn: false },
      destinations: [{ ...theirs!.roles.admin.destinations[0]!, scope: destinationId }],
    };
    await seedRole(world.service.dataSource.manager, theirs!.id, role);
    const member = await seedMember(world.service.dataSource.manager, theirs!.id, { roleId: role.id });
    await world.signIn(member);
    return member;
  }

  it('is not there: a version of a sync from before it was moved into sight', async () => {
    const { admin } = theirs!.members;
    const mine = await build(admin);
    const { id } = await world.sync(admin, mine.modelId, things.destinationId);
    const configuration = { modelId: mine.modelId, destinationId: mine.destinationId };
    for (const [version, object] of [
      [1, 'first'],
      [2, 'second'],
    ] as const) {
      const content = syncContent({ configuration: { ...configuration, object } });
      const move = { content, basedOn: { version }, action: 'publish_now' };
      await world.call(admin, 'post', `/syncs/${id}/changes`, move).expect(200);
    }
    const member = await whoSeesOnly(mine.destinationId);
    const pageOf = async (caller: Caller, query = ''): Promise<unknown[]> => {
      const { body } = await world.call(caller, 'get', `/syncs/${id}/versions${query}`).expect(200);
      const { items, nextCursor } = body as { items: { version: number }[]; nextCursor: string | null };
      return [items.map(({ version }) => version), nextCursor === null];
    };
    expect(await pageOf(admin)).toEqual([[3, 2, 1], true]);
    expect(await pageOf(member)).toEqual([[3, 2], true]);
    expect(await pageOf(member, '?limit=2')).toEqual([[3, 2], true]);
    const statusOf = async (caller: Caller, version: number): Promise<number> =>
      (await world.call(caller, 'get', `/syncs/${id}/versions/${version}`)).status;
    expect([await statusOf(admin, 1), await statusOf(member, 2), await statusOf(member, 1)]).toEqual([200, 200, 404]);
  });

  it('is not there: a draft that moves a sync out of sight', async () => {
    const { admin } = theirs!.members;
    const mine = await build(admin);
    const publish = { action: 'publish_now', items: [{ resourceId: mine.syncId, revision: 1 }] };
    await world.call(admin, 'post', '/change-sets', publish).expect(200);
    const content = syncContent({ configuration: { modelId: mine.modelId, destinationId: things.destinationId } });
    const move = { content, basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(admin, 'post', `/syncs/${mine.syncId}/changes`, move).expect(200);
    const member = await whoSeesOnly(mine.destinationId);
    const { body } = await world.call(member, 'get', `/syncs/${mine.syncId}`).expect(200);
    expect(body).toMatchObject({ draft: null, hiddenDraft: true, saveOptions: { actions: [] } });
    for (const revision of [1, 2]) {
      const set = { items: [{ resourceId: mine.syncId, revision }], reviewers: [admin.id] };
      for (const action of ['publish_now', 'submit'])
        await world.call(member, 'post', '/change-sets', { ...set, action }).expect(403);
    }
    await world.call(member, 'delete', `/syncs/${mine.syncId}/draft`, undefined, 2).expect(403);
    await world.call(member, 'delete', `/syncs/${mine.syncId}`, undefined, '1.2').expect(403);
    const blind = await world.call(member, 'post', `/syncs/${mine.syncId}/changes`, {
      ...{ content: syncContent({ configuration: { modelId: mine.modelId, destinationId: mine.destinationId } }) },
      ...{ basedOn: { version: 1 }, action: 'save_draft' },
    });
    expect([blind.status, JSON.stringify(blind.body)]).toEqual([
      403,
      expect.not.stringContaining(things.destinationId),
    ]);
  });
});
