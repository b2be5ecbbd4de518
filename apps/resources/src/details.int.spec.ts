import { ModelState } from '@imprimatur/contracts';
import { modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

describe('what a model and its syncs say of themselves', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let sourceId: string;
  let destinationId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    admin = workspace.members.admin;
    sourceId = await world.connection(admin, 'sources');
    destinationId = await world.connection(admin, 'destinations');
  });
  afterAll(() => world.close());

  const read = async (by: Caller, path: string): Promise<Record<string, unknown>> =>
    (await world.call(by, 'get', path).expect(200)).body as Record<string, unknown>;

  it('is how many live syncs a draft holds or would hold, and whose draft it is', async () => {
    const { id } = await world.model(admin, sourceId);
    const path = `/models/${id}`;
    const elsewhere = await world.connection(admin, 'destinations', 'elsewhere');
    const live = await world.sync(admin, id, destinationId);
    await world.sync(admin, id, elsewhere);
    await world.sync(admin, id, destinationId, { action: 'save_draft' });
    const other = await world.model(admin, sourceId);
    const coming = await world.sync(admin, other.id, destinationId);
    const content = syncContent({ configuration: { modelId: id, destinationId } });
    const move = { content, basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(admin, 'post', `/syncs/${coming.id}/changes`, move).expect(200);
    const partial = { destinations: [destinationId] };
    const [viewer, writer] = [
      await scopedMember(world, workspace, partial, 'workspace-viewer'),
      await scopedMember(world, workspace, partial, 'workspace-draft-editor'),
    ];
    const holds = async (by: Caller): Promise<unknown> => (await read(by, path)).holds;
    expect(await Promise.all([admin, writer, viewer].map(holds))).toEqual([
      { syncs: 2, by: [] },
      { syncs: 2, by: [] },
      { syncs: 1, by: [] },
    ]);
    expect(await read(admin, `/syncs/${live.id}`)).toMatchObject({ heldBy: null });
    const changed = modelContent({ query: 'select 1 as id, 2 as email, 3 as city' });
    const draft = { content: changed, basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(writer, 'post', `${path}/changes`, draft).expect(200);
    expect(await holds(admin)).toEqual({ syncs: 2, by: [writer.id] });
    expect(await read(admin, `/syncs/${live.id}`)).toMatchObject({
      heldBy: { modelId: id, modelName: 'customers', revision: 2, contributors: [writer.id], requestId: null },
    });
    expect(await read(admin, `/syncs/${coming.id}`)).toMatchObject({ heldBy: null });
    await world.setting(workspace.id, { modelDraftPolicy: 'run_published' });
    expect(await holds(admin)).toEqual({ syncs: 0, by: [] });
    expect(await read(admin, `/syncs/${live.id}`)).toMatchObject({ heldBy: null });
    await world.setting(workspace.id, { modelDraftPolicy: 'hold' });
  });

  describe('their metadata', () => {
    const edit = (path: string, body: object, tag?: string | number, by = admin) =>
      world.call(by, 'patch', path, { ...body }, tag);

    it('are edited each for itself, at once, also in review, by draft-only members, and versioned apart', async () => {
      const made = {
        name: 'm',
        description: 'All of them.',
        labels: ['finance'],
        action: 'submit',
        reviewers: [admin.id],
      };
      const { id } = await world.model(admin, sourceId, made);
      const path = `/models/${id}`;
      const draftOnly = workspace.members['workspace-draft-editor'];
      const before = await read(admin, path);
      expect(before).toMatchObject({ description: 'All of them.', labels: ['finance'], metadataVersion: 1 });
      const tag = async (body: object, seen: string | number): Promise<unknown> =>
        (await edit(path, body, seen, draftOnly).expect(200)).headers['etag'];
      expect(await tag({ labels: ['sales', 'eu'] }, before.etag as string)).toBe('"2"');
      expect(await tag({ name: 'renamed' }, 2)).toBe('"3"');
      expect(await tag({ description: null }, 3)).toBe('"4"');
      expect((await edit(path, { labels: [] }, 2).expect(412)).body).toMatchObject({
        code: 'metadata.stale',
        details: { metadataVersion: 4, name: 'renamed', description: '', labels: ['sales', 'eu'] },
      });
      const after = await read(admin, path);
      expect(after).toMatchObject({ name: 'renamed', description: '', labels: ['sales', 'eu'], metadataVersion: 4 });
      expect(after.draft).toEqual(before.draft);
      expect((await world.eventsOf(ModelState, workspace.id, id)).at(-1)?.data).toMatchObject({ name: 'renamed' });
    });

    it('are for who may draft or publish, and no more than they are said to be', async () => {
      const { id } = await world.model(admin, sourceId);
      const path = `/models/${id}`;
      for (const role of ['workspace-viewer', 'sync-editor', 'audience-editor'] as const)
        await edit(path, { description: 'x' }, 1, workspace.members[role]).expect(403);
      for (const wrong of [{ labels: ['a', 'a'] }, { labels: ['x'.repeat(51)] }, { description: 'x'.repeat(4_001) }])
        await edit(path, wrong, 1).expect(422);
      await edit(path, { query: 'select 1' }, 1).expect(422);
      await edit(path, { labels: ['a'] }).expect(428);
    });
  });
});
